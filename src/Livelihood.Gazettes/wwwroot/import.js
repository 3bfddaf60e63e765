// Lets files be dropped anywhere on the field, and lists what was chosen. Without this script the field works by itself.
const field = document.querySelector('[data-drop]');
const input = field?.querySelector('input[type=file]');
const list = field?.querySelector('[data-chosen]');

const size = bytes => bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const show = () => {
  list.replaceChildren(...[...input.files].slice(0, 20).map(file => {
    const item = document.createElement('li');
    item.textContent = `${file.name}（${size(file.size)}）`;
    return item;
  }));
  if (input.files.length > 1) {
    const sum = document.createElement('li');
    const bytes = [...input.files].reduce((total, file) => total + file.size, 0);
    sum.textContent = `共${input.files.length}个文件，${size(bytes)}`;
    list.append(sum);
  }
};

if (input && list) {
  field.classList.add('drop-field');
  input.addEventListener('change', show);
  for (const kind of ['dragenter', 'dragover']) {
    field.addEventListener(kind, event => {
      event.preventDefault();
      field.classList.add('drop-field--over');
    });
  }
  field.addEventListener('dragleave', event => {
    if (!field.contains(event.relatedTarget)) {
      field.classList.remove('drop-field--over');
    }
  });
  field.addEventListener('drop', event => {
    event.preventDefault();
    field.classList.remove('drop-field--over');
    if (event.dataTransfer.files.length > 0) {
      input.files = event.dataTransfer.files;
      show();
    }
  });
}
