// Suggestions below the search boxes, as the ARIA combobox pattern has them. Without this file the boxes work as forms.
const wait = 120;

for (const input of document.querySelectorAll('form[role="search"] .search-box__row input[name="q"]')) {
  combobox(input);
}

function combobox(input) {
  const form = input.form;
  const address = `${form.action.replace(/\/$/, '')}/suggest`;
  const list = document.createElement('ul');
  list.id = `${input.id}-suggestions`;
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', '建议');
  const status = document.createElement('p');
  status.className = 'govuk-visually-hidden';
  status.setAttribute('aria-live', 'polite');
  input.closest('.search-box__row').append(list, status);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })) {
    input.setAttribute(name, value);
  }
  input.autocomplete = 'off';

  let timer;
  let asked;
  let typed = input.value;
  let chosen = -1;

  input.addEventListener('input', (event) => {
    if (event.isComposing) return;
    ask();
  });
  input.addEventListener('compositionend', ask);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves && list.children.length > 0) {
      event.preventDefault();
      if (list.hidden) open(); else choose(chosen + moves[event.key]);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      input.value = typed;
      close();
    }
  });
  // The box keeps the focus, so that a click comes before it is lost.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role="option"]');
    if (!option) return;
    input.value = option.dataset.text;
    close();
    form.requestSubmit();
  });

  // Over a slow line people type before this file has arrived.
  if (document.activeElement === input && input.value !== input.defaultValue) {
    ask();
  }

  function ask() {
    typed = input.value;
    clearTimeout(timer);
    timer = setTimeout(fetchSuggestions, wait);
  }

  async function fetchSuggestions() {
    asked?.abort();
    const text = input.value.trim();
    if (text.length === 0) return show([]);
    asked = new AbortController();
    try {
      const answer = await fetch(`${address}?q=${encodeURIComponent(text)}`, { signal: asked.signal });
      show(answer.ok ? await answer.json() : []);
    } catch {
      // aborted by further typing, or no network: the box works without
    }
  }

  function show(suggestions) {
    list.replaceChildren(...suggestions.map(({ text, number }, index) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${index}`;
      option.className = 'suggestions__option';
      option.dataset.text = text;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.append(text);
      if (number) {
        const detail = document.createElement('span');
        detail.className = 'suggestions__number';
        detail.textContent = number;
        option.append(' ', detail);
      }
      return option;
    }));
    if (suggestions.length > 0 && document.activeElement === input) open(); else close();
    status.textContent = suggestions.length > 0 ? `有 ${suggestions.length} 条建议，按上下键选择` : '';
  }

  function open() {
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
  }

  function close() {
    list.hidden = true;
    mark(-1);
    input.setAttribute('aria-expanded', 'false');
  }

  /** Beyond either end comes what was typed. */
  function choose(index) {
    const count = list.children.length;
    mark(index < -1 ? count - 1 : index >= count ? -1 : index);
    input.value = chosen < 0 ? typed : list.children[chosen].dataset.text;
  }

  function mark(index) {
    list.children[chosen]?.setAttribute('aria-selected', 'false');
    chosen = index;
    const option = list.children[chosen];
    if (option) {
      option.setAttribute('aria-selected', 'true');
      option.scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', option.id);
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }
}
