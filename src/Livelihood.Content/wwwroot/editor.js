// The editor of a Markdown field: a toolbar, a live preview, and paste from Word. Without it the field is a plain text area.
import { commands, keys } from './editor-commands.js';
import { pasteInto } from './editor-paste.js';
import { previewOf } from './editor-preview.js';

function begin(editor) {
  const area = editor.querySelector('textarea');
  const toolbar = editor.querySelector('[role=toolbar]');
  const buttons = [...toolbar.querySelectorAll('button')];
  const preview = previewOf(editor, area);
  const say = text => { editor.querySelector('[data-status]').textContent = text; };

  const run = name => {
    if (name === 'preview') {
      const button = toolbar.querySelector('[data-command=preview]');
      button.setAttribute('aria-pressed', String(preview.toggle()));
    } else {
      area.focus();
      commands[name](area);
    }
  };

  // One stop for the Tab key; arrows move within (the toolbar pattern of the ARIA authoring practices).
  const stopAt = button => buttons.forEach(b => { b.tabIndex = b === button ? 0 : -1; });
  toolbar.addEventListener('keydown', event => {
    const at = buttons.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      const button = buttons[(next + buttons.length) % buttons.length];
      stopAt(button);
      button.focus();
    }
  });
  toolbar.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button) {
      stopAt(button);
      run(button.dataset.command);
    }
  });
  area.addEventListener('keydown', event => {
    const name = keys(event);
    if (name) {
      event.preventDefault();
      run(name);
    }
  });
  area.addEventListener('paste', event => pasteInto(editor, area, event, say));

  stopAt(buttons[0]);
  toolbar.hidden = false;
  preview.toggle();
}

document.querySelectorAll('[data-markdown-editor]:not([data-begun])').forEach(editor => {
  editor.dataset.begun = '';
  begin(editor);
});
