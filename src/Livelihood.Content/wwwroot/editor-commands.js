// What the toolbar's buttons do to the text. Every change goes through insert(), which the browser's own undo knows.

/** Replaces a range of the text; the selection is set relative to what was put there. */
export function insert(area, start, end, text, from = text.length, to = from) {
  area.focus();
  area.setSelectionRange(start, end);
  // The only way to change a text area that keeps the browser's undo history.
  if (!document.execCommand(text === '' ? 'delete' : 'insertText', false, text)) {
    area.setRangeText(text, start, end, 'end');
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  area.setSelectionRange(start + from, start + to);
}

const selected = area => area.value.slice(area.selectionStart, area.selectionEnd);

/** The range of whole lines that the selection touches. */
function lines(area) {
  const start = area.value.lastIndexOf('\n', area.selectionStart - 1) + 1;
  const end = area.value.indexOf('\n', Math.max(area.selectionEnd, start));
  return [start, end < 0 ? area.value.length : end];
}

function eachLine(area, change) {
  const [start, end] = lines(area);
  const text = area.value.slice(start, end).split('\n').map(change).join('\n');
  insert(area, start, end, text);
}

function heading(level) {
  const mark = '#'.repeat(level) + ' ';
  return area => eachLine(area, line => {
    const plain = line.replace(/^#{1,6}\s+/, '');
    return line.startsWith(mark) ? plain : mark + plain;
  });
}

function bold(area) {
  const text = selected(area);
  if (text.startsWith('**') && text.endsWith('**') && text.length > 4) {
    insert(area, area.selectionStart, area.selectionEnd, text.slice(2, -2), 0, text.length - 4);
  } else {
    const inner = text.trim() || '重点';
    insert(area, area.selectionStart, area.selectionEnd, text.replace(text.trim(), '') + `**${inner}**`, 2, 2 + inner.length);
  }
}

const item = /^(\s*)(?:[-*]|\d+\.)\s+/;

function bullets(area) {
  eachLine(area, line => /^\s*[-*]\s+/.test(line) ? line.replace(item, '$1') : '- ' + line.replace(item, ''));
}

function numbers(area) {
  let number = 0;
  eachLine(area, line => /^\s*\d+\.\s+/.test(line) ? line.replace(item, '$1') : `${++number}. ` + line.replace(item, ''));
}

/** Puts a block at the end of the line that the caret is in, with empty lines around it. */
function block(area, text, from, to) {
  const [, end] = lines(area);
  const before = end === 0 || area.value.slice(0, end).endsWith('\n\n') ? '' : area.value.slice(0, end).endsWith('\n') ? '\n' : '\n\n';
  insert(area, end, end, before + text, before.length + from, before.length + to);
}

function table(area) {
  block(area, '| 栏目一 | 栏目二 | 栏目三 |\n| --- | --- | --- |\n|  |  |  |\n|  |  |  |\n', 2, 5);
}

function link(area) {
  const text = selected(area) || '链接文字';
  const address = 'https://';
  const start = 1 + text.length + 2;
  insert(area, area.selectionStart, area.selectionEnd, `[${text}](${address})`, start, start + address.length);
}

/** The highest number of a footnote in the text. */
export function lastNote(text) {
  return Math.max(0, ...[...text.matchAll(/\[\^(\d+)\]/g)].map(m => Number(m[1])));
}

function note(area) {
  const number = lastNote(area.value) + 1;
  const at = area.selectionEnd;
  insert(area, at, at, `[^${number}]`);
  const end = area.value.length;
  const text = `${area.value.endsWith('\n') ? '\n' : '\n\n'}[^${number}]: 注释内容`;
  insert(area, end, end, text, text.length - 4, text.length);
}

export const commands = {
  heading2: heading(2), heading3: heading(3), heading4: heading(4), heading5: heading(5),
  bold, bullets, numbers, table, link, note,
  undo: () => document.execCommand('undo'),
};

const shortcuts = {
  'Alt+Digit1': 'heading2', 'Alt+Digit2': 'heading3', 'Alt+Digit3': 'heading4', 'Alt+Digit4': 'heading5',
  KeyB: 'bold', KeyK: 'link', 'Shift+Digit8': 'bullets', 'Shift+Digit7': 'numbers',
};

/** The command that a key press asks for, if any. Undo is left to the browser. */
export function keys(event) {
  return event.ctrlKey || event.metaKey
    ? shortcuts[(event.altKey ? 'Alt+' : '') + (event.shiftKey ? 'Shift+' : '') + event.code]
    : undefined;
}
