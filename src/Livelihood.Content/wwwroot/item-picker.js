// Turns the search step of an item picker into a combobox (ARIA: editable combobox with list autocomplete). What is chosen
// becomes a ticked box, as the form has them without scripts.
let count = 0;

export function enhancePicker(picker) {
  const input = picker.querySelector('.item-picker__search input');
  const picked = picker.querySelector('[data-picked]');
  const isMultiple = picker.dataset.multiple === 'true';
  const kind = isMultiple ? 'checkbox' : 'radio';
  const id = `picker-${count += 1}`;
  const list = document.createElement('ul');
  const status = document.createElement('p');
  let options = [];
  let active = -1;
  let waiting;
  let running;

  list.id = id;
  list.className = 'item-picker__list';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', '找到的内容');
  status.className = 'govuk-hint';
  status.setAttribute('role', 'status');
  picker.querySelector('.item-picker__search').after(list, status);
  picker.querySelector('.item-picker__search button').hidden = true;
  Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id })
    .forEach(([name, value]) => input.setAttribute(name, value));

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  const mark = next => {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = next;
    const option = list.children[active];
    if (option) {
      option.setAttribute('aria-selected', 'true');
      option.scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', option.id);
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  };

  const choose = option => {
    const there = [...picked.querySelectorAll('input')].find(box => box.value === option.value);
    const box = there ?? add(option);
    box.checked = true;
    input.value = '';
    status.textContent = `已选：${option.text}`;
    close();
  };

  const add = option => {
    const item = document.createElement('div');
    const box = document.createElement('input');
    const label = document.createElement('label');
    const note = document.createElement('span');
    item.className = isMultiple ? 'govuk-checkboxes__item' : 'govuk-radios__item';
    box.className = isMultiple ? 'govuk-checkboxes__input' : 'govuk-radios__input';
    label.className = `govuk-label ${isMultiple ? 'govuk-checkboxes__label' : 'govuk-radios__label'}`;
    note.className = 'item-picker__note';
    box.id = label.htmlFor = `${id}-${option.value}`;
    Object.assign(box, { type: kind, name: picker.dataset.name, value: option.value });
    note.textContent = option.note ?? '';
    label.append(option.text, note);
    item.append(box, label);
    picked.append(item);
    return box;
  };

  const show = found => {
    options = found;
    active = -1;
    list.replaceChildren(...found.map((option, index) => {
      const line = document.createElement('li');
      const note = document.createElement('span');
      line.id = `${id}-option-${index}`;
      line.className = 'item-picker__option';
      line.setAttribute('role', 'option');
      line.setAttribute('aria-selected', 'false');
      note.className = 'item-picker__note';
      note.textContent = option.note ?? '';
      line.append(option.text, note);
      line.addEventListener('mousedown', event => {
        event.preventDefault();
        choose(option);
      });
      return line;
    }));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    status.textContent = found.length === 0 ? '没有找到。请换一个词，或者输入文号。' : `找到${found.length}项，用上下箭头选择，回车选定。`;
  };

  const find = async () => {
    running?.abort();
    running = new AbortController();
    const query = input.value.trim();
    if (query === '') {
      status.textContent = '';
      close();
      return;
    }
    try {
      const address = `${picker.dataset.itemPicker}?q=${encodeURIComponent(query)}&types=${encodeURIComponent(picker.dataset.types)}`;
      const answer = await fetch(address, { signal: running.signal });
      show(answer.ok ? await answer.json() : []);
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        status.textContent = '现在查不到，请稍后再试。';
      }
    }
  };

  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(find, 300);
  };
  input.addEventListener('input', later);
  // Over a slow line people type before this script has arrived.
  if (document.activeElement === input && input.value !== input.defaultValue) {
    later();
  }
  input.addEventListener('blur', close);
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) {
        find();
      } else {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        mark((active + step + options.length) % options.length);
      }
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (active >= 0) {
        choose(options[active]);
      } else {
        find();
      }
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
}
