// The library's upload form: several files with progress, without leaving the page.
import { sendAll, takeDrops } from './upload.js';

const form = document.querySelector('[data-file-upload]');
if (form) {
  const input = form.querySelector('input[type=file]');
  const list = form.querySelector('[data-file-progress]');
  const status = form.querySelector('[data-file-status]');
  const button = form.querySelector('[data-upload-button]');

  // The list below is of before the upload.
  const refresh = async () => {
    const answer = await fetch(location.href).catch(() => null);
    if (answer?.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      document.querySelector('[data-file-library]').replaceWith(page.querySelector('[data-file-library]'));
    }
  };

  const take = async files => {
    if (files.length === 0) {
      return;
    }
    button.disabled = true;
    status.textContent = `正在上传 ${files.length} 个文件。`;
    await sendAll(files, {
      address: form.dataset.fileUpload,
      fields: { Agency: form.elements.Agency.value },
      maxBytes: Number(form.dataset.maxBytes),
      list,
      status,
      done: (file, answer, shown) => {
        if (answer.file) {
          const link = document.createElement('a');
          link.className = 'govuk-link file-name';
          link.href = answer.file.details;
          link.textContent = answer.file.name;
          shown.line.querySelector('.file-progress__name').replaceChildren(link, `（${answer.file.description}）`);
        }
      },
    });
    button.disabled = false;
    input.value = '';
    await refresh();
  };

  form.addEventListener('submit', event => {
    if (input.files.length > 0) {
      event.preventDefault();
      take(input.files);
    }
  });
  takeDrops(form.querySelector('[data-file-drop]'), take);
}
