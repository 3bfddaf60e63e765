// Pastes from Word: the portal turns the clipboard's HTML into Markdown. Plain text, and anything that fails, is pasted as it is.
import { insert, lastNote } from './editor-commands.js';
import { post } from './editor-preview.js';

const structured = /<(?:h[1-6]|li|table|b|strong|i|em|a|sup|sub)\b|mso-|class="?Mso/i;

export async function pasteInto(editor, area, event, say) {
  const html = event.clipboardData?.getData('text/html');
  const plain = event.clipboardData?.getData('text/plain') ?? '';
  if (!html || !structured.test(html)) {
    return;
  }
  event.preventDefault();
  const [start, end] = [area.selectionStart, area.selectionEnd];
  area.readOnly = true;
  say('正在转换粘贴的内容……');
  let text = plain;
  let notices = [];
  try {
    const answer = await post(area, editor.dataset.pasteAddress, { html, notes: lastNote(area.value) });
    const pasted = await answer.json();
    text = answer.ok && pasted.markdown ? pasted.markdown : plain;
    notices = pasted.notices;
  } catch {
    notices = ['没有连上服务器，已按纯文本粘贴。'];
  }
  area.readOnly = false;
  // A single line goes into the line at the caret; blocks stand by themselves.
  const single = !text.trimEnd().includes('\n') && !/^(?:#|- |\d+\.\s)/.test(text);
  const before = area.value.slice(0, start);
  const lead = single || before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  insert(area, start, end, lead + (single ? text.trimEnd() : text));
  say(['已粘贴。', ...notices].join(''));
}
