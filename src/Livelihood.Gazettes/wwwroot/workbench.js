// Makes the workbench quick: lines are chosen by mouse and arrow keys, forms are posted and pages fetched without leaving the
// page, and keys do what buttons do. Without this script every form and link works by itself.
const root = () => document.querySelector('[data-workbench]');
const live = document.querySelector('[data-workbench-live]');
const kinds = { p: 'Paragraph-0', 1: 'Heading-1', 2: 'Heading-2', 3: 'Heading-3', 4: 'Heading-4', a: 'Article-0', l: 'ListItem-0', t: 'Table-1', x: 'Annex-0' };
const actions = { s: 'split-block', j: 'join-blocks', d: 'split-document', f: 'furniture' };
let anchor = 0;
let cursor = 0;
let busy = false;

const say = text => {
  live.textContent = '';
  requestAnimationFrame(() => { live.textContent = text; });
};

const lineOf = element => Number(element?.closest?.('[data-line]')?.dataset.line ?? 0);
const lines = () => [...root().querySelectorAll('[data-line]')];
const linkOf = line => root().querySelector(`#l${line} .workbench__number`);

// One line of the text is in the order of focus; arrows lead to the others.
const rove = line => {
  for (const item of lines()) {
    item.querySelector('.workbench__number').tabIndex = Number(item.dataset.line) === line ? 0 : -1;
  }
};

const choose = (from, to) => {
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  for (const item of lines()) {
    const line = Number(item.dataset.line);
    const chosen = line >= first && line <= last;
    item.classList.toggle('workbench__line--chosen', chosen);
    item.querySelector('.workbench__number').setAttribute('aria-label', `第${line}行${chosen ? '，已选' : ''}`);
  }
  for (const block of root().querySelectorAll('[data-first]')) {
    const touches = Number(block.dataset.first) <= last && first <= Number(block.dataset.last);
    block.classList.toggle('workbench__block--chosen', touches);
    if (touches && Number(block.dataset.first) <= first) {
      block.scrollIntoView({ block: 'nearest' });
    }
  }
  const form = root().querySelector('[data-workbench-lines]');
  if (form) {
    form.elements.From.value = first;
    form.elements.To.value = last;
    form.elements.Text.value = root().querySelector(`#l${first} span`)?.textContent ?? '';
  }
};

const goTo = (line, extend) => {
  cursor = line;
  if (!extend) {
    anchor = line;
  }
  choose(anchor, cursor);
  rove(line);
  linkOf(line)?.focus();
};

const start = () => {
  const chosen = Number(root().querySelector('[data-workbench-lines]')?.elements.From.value ?? 0);
  anchor = cursor = chosen;
  rove(linkOf(chosen) ? chosen : Number(lines()[0]?.dataset.line ?? 0));
};

// Puts the answer's workbench in the place of this one, and the focus where it was or where the address points.
const show = async (answer, focus) => {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const next = page.querySelector('[data-workbench]');
  if (!next) {
    location.assign(answer.url);
    return;
  }
  const opened = [...root().querySelectorAll('details')].map(d => d.open);
  root().replaceWith(document.adoptNode(next));
  [...root().querySelectorAll('details')].forEach((d, i) => { d.open = opened[i] ?? false; });
  history.replaceState(null, '', answer.url.replace(/\?handler=.*$/, ''));
  document.title = page.title;
  start();
  const problem = root().querySelector('.govuk-error-summary');
  const said = root().querySelector('[data-said]')?.textContent;
  if (problem) {
    problem.tabIndex = -1;
    problem.focus();
  } else {
    const target = focus.map(id => id && document.getElementById(id)).find(element => element && !element.disabled) ?? root().querySelector('#source-title');
    (target.matches('li') ? target.querySelector('a') : target).focus();
    // What cannot take the focus would leave it outside, where the keys do nothing.
    if (!root().contains(document.activeElement)) {
      root().querySelector('#source-title')?.focus();
    }
  }
  say(problem?.textContent.trim() ?? said ?? '');
};

const send = async (address, options, focus) => {
  if (busy) {
    return;
  }
  busy = true;
  root().setAttribute('aria-busy', 'true');
  try {
    await show(await fetch(address, options), focus);
  } catch {
    say('没有连上服务器，这一步没有做。请再试一次。');
  } finally {
    busy = false;
    root().removeAttribute('aria-busy');
  }
};

const post = (form, submitter) => {
  const data = new FormData(form, submitter);
  const line = Number(data.get('From') ?? 0);
  send(submitter?.formAction || form.action, { method: 'POST', body: data }, [form.matches('[data-workbench-lines]') && line ? `l${line}` : null, submitter?.id, 'doubts-title']);
};

const act = (name, value) => {
  const form = root().querySelector('[data-workbench-lines]');
  if (!form || !form.elements.From.value) {
    say('请先选行。');
    return;
  }
  if (value) {
    form.elements.Kind.value = value;
  }
  post(form, form.querySelector(`[name="do"][value="${name}"]`));
};

document.addEventListener('submit', event => {
  if (event.target.matches('[data-workbench-form]')) {
    event.preventDefault();
    post(event.target, event.submitter);
  }
});

document.addEventListener('click', event => {
  if (event.ctrlKey || event.metaKey || !event.target.closest('[data-workbench]')) {
    return;
  }
  const line = lineOf(event.target);
  const block = event.target.closest('[data-block]')?.closest('[data-first]');
  const link = event.target.closest('a[data-workbench-get]');
  if (line && !event.target.closest('a.workbench__note') && !String(getSelection())) {
    event.preventDefault();
    goTo(line, event.shiftKey);
  } else if (block) {
    event.preventDefault();
    anchor = Number(block.dataset.first);
    cursor = Number(block.dataset.last);
    choose(anchor, cursor);
    rove(anchor);
    root().querySelector(`#l${anchor}`)?.scrollIntoView({ block: 'center' });
    say(`已选第${anchor}至${cursor}行`);
  } else if (link) {
    event.preventDefault();
    send(link.href, {}, [decodeURIComponent(new URL(link.href).hash.slice(1)), link.id]);
  } else if (event.target.closest('[data-workbench-keys]')) {
    toggleKeys();
  }
});

const toggleKeys = () => {
  const keys = root().querySelector('#workbench-keys');
  keys.hidden = !keys.hidden;
  root().querySelector('[data-workbench-keys]').setAttribute('aria-expanded', String(!keys.hidden));
};

const follow = id => root().querySelector(`#${id}`)?.click();

document.addEventListener('keydown', event => {
  const inside = event.target.closest?.('[data-workbench]');
  if (!inside || event.target.matches('input, select, textarea') || event.altKey || event.metaKey) {
    return;
  }
  const key = event.key.toLowerCase();
  const line = lineOf(event.target);
  if (event.ctrlKey) {
    if (key === 'z' || key === 'y') {
      event.preventDefault();
      follow(key === 'z' ? 'undo' : 'redo');
    }
    return;
  }
  if (line && (key === 'arrowdown' || key === 'arrowup')) {
    const all = lines().map(item => Number(item.dataset.line));
    const next = all[all.indexOf(line) + (key === 'arrowdown' ? 1 : -1)];
    if (next) {
      event.preventDefault();
      goTo(next, event.shiftKey);
    }
  } else if (kinds[key]) {
    event.preventDefault();
    act('mark', kinds[key]);
  } else if (actions[key]) {
    event.preventDefault();
    act(actions[key]);
  } else if (key === 'n') {
    follow('doubt-next');
  } else if (key === 'b') {
    follow('doubt-before');
  } else if (key === 'g') {
    const first = cursor || Number(lines()[0]?.dataset.line ?? 0);
    if (first) {
      goTo(first, false);
    }
  } else if (key === '?') {
    toggleKeys();
  }
});

start();
