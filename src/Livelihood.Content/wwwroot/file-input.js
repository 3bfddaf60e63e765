// File inputs of editing forms: what is chosen or dropped is uploaded at once and listed, so that saving the form is quick
// and a refused file is told of immediately. Without this script the form brings the files when it is saved.
import { sendAll, takeDrops } from './upload.js';

let made = 0;

for (const field of document.querySelectorAll('[data-file-input]')) {
  const input = field.querySelector('input[type=file]');
  const list = field.querySelector('[data-file-list]');
  const template = field.querySelector('[data-file-template]');
  const status = field.querySelector('[data-file-status]');
  const isMultiple = field.dataset.multiple === 'true';

  const changed = () => field.dispatchEvent(new Event('input', { bubbles: true }));

  const add = file => {
    if ([...list.querySelectorAll('input[type=hidden]')].some(known => known.value === file.path)) {
      return;
    }
    if (!isMultiple) {
      list.replaceChildren();
    }
    const item = template.content.firstElementChild.cloneNode(true);
    const find = name => item.querySelector(`[data-${name}]`);
    const text = find('text');
    find('path').value = file.path;
    find('link').textContent = file.name;
    find('link').href = file.details;
    find('description').textContent = file.description;
    text.value = file.text;
    text.id = `${input.id}-new-${made += 1}`;
    find('label').htmlFor = text.id;
    find('label').textContent = find('label').dataset.label.split('|')[file.isPicture ? 0 : 1];
    if (file.picture) {
      find('picture').src = file.picture;
      find('picture').hidden = false;
    }
    find('remove').setAttribute('aria-label', `移除“${file.name}”`);
    find('remove').addEventListener('click', () => {
      item.remove();
      input.focus();
      changed();
    });
    list.append(item);
    changed();
  };

  const take = async files => {
    status.textContent = `正在上传 ${files.length} 个文件。`;
    await sendAll(isMultiple ? files : [...files].slice(0, 1), {
      address: field.dataset.fileInput,
      fields: { Agency: field.dataset.agency },
      list: field.querySelector('[data-file-progress]'),
      status,
      done: (file, answer, shown) => {
        if (answer.file) {
          add(answer.file);
          shown.line.remove();
        }
      },
    });
    input.value = '';
  };

  input.addEventListener('change', () => {
    if (input.files.length > 0) {
      take(input.files);
    }
  });
  takeDrops(field.querySelector('[data-file-drop]'), take);
}
