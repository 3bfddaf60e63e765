// Sends files one by one and shows how far each is, with a way to cancel it. Two at a time, so that a slow line stays usable.
const atOnce = 2;

const token = () => document.querySelector('input[name=__RequestVerificationToken]')?.value ?? '';

const element = (name, className, text) => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

const size = bytes => (bytes < 1048576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`);

/** A line with the file's name, a bar, its figure and a button to cancel. */
const lineFor = (file, list) => {
  const line = element('li', 'file-progress__item', '');
  const bar = element('progress', 'file-progress__bar', '');
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute('aria-label', `上传“${file.name}”`);
  const figure = element('span', 'file-progress__figure', '等待');
  const cancel = element('button', 'link-button', '取消');
  cancel.type = 'button';
  cancel.setAttribute('aria-label', `取消上传“${file.name}”`);
  line.append(element('span', 'file-progress__name', `${file.name}（${size(file.size)}）`), bar, figure, cancel);
  list.append(line);
  return { line, bar, figure, cancel };
};

const send = (address, fields, file, shown) => new Promise(resolve => {
  const request = new XMLHttpRequest();
  request.open('POST', address);
  request.responseType = 'json';
  request.upload.addEventListener('progress', event => {
    if (event.lengthComputable) {
      const percent = Math.floor(100 * event.loaded / event.total);
      shown.bar.value = percent;
      shown.figure.textContent = percent < 100 ? `${percent}%` : '正在检查';
    }
  });
  request.addEventListener('load', () => {
    const message = request.response?.message ?? (request.status === 413 ? '文件太大。请减小后再上传。' : '没有上传成功。请刷新页面以后再试。');
    resolve(request.status === 200 && request.response ? { file: request.response } : { message });
  });
  request.addEventListener('error', () => resolve({ message: '网络断开了，没有上传成功。请再试一次。' }));
  request.addEventListener('abort', () => resolve({ message: '已取消。' }));
  shown.cancel.addEventListener('click', () => request.abort());
  const body = new FormData();
  Object.entries(fields).forEach(([name, value]) => body.append(name, value));
  body.append('__RequestVerificationToken', token());
  body.append('File', file, file.name);
  request.send(body);
});

/**
 * Sends files and calls done(file, answer) for each; answer has file or message. Resolves when all are through.
 * list is an element for the lines, status one that screen readers announce.
 */
export const sendAll = async (files, { address, fields, list, status, maxBytes, done }) => {
  const waiting = [...files].map(file => ({ file, shown: lineFor(file, list), isCancelled: false }));
  waiting.forEach(one => one.shown.cancel.addEventListener('click', () => { one.isCancelled = true; }));
  let sent = 0;
  const work = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const { file, shown } = one;
      const answer = one.isCancelled ? { message: '已取消。' }
        : maxBytes && file.size > maxBytes ? { message: `文件超过 ${Math.round(maxBytes / 1048576)} MB。请压缩、缩小或者拆分后再上传。` }
          : file.size === 0 ? { message: '文件是空的（0 字节）。请检查后重新选择。' }
            : await send(address, fields, file, shown);
      shown.cancel.remove();
      shown.bar.remove();
      if (answer.file) {
        sent += 1;
        shown.figure.textContent = '已上传';
        shown.line.classList.add('file-progress__item--done');
      } else {
        shown.figure.textContent = answer.message;
        shown.line.classList.add('file-progress__item--refused');
      }
      done(file, answer, shown);
    }
  };
  const total = waiting.length;
  await Promise.all(Array.from({ length: atOnce }, work));
  status.textContent = sent === total ? `${total} 个文件都已上传。` : `${sent} 个文件已上传，${total - sent} 个没有上传，原因见上。`;
};

/** Lets files be dropped on an element. */
export const takeDrops = (place, take) => {
  const stop = event => {
    event.preventDefault();
    place.classList.toggle('file-drop--over', event.type === 'dragover');
  };
  ['dragover', 'dragleave'].forEach(name => place.addEventListener(name, stop));
  place.addEventListener('drop', event => {
    stop(event);
    take(event.dataTransfer.files);
  });
};
