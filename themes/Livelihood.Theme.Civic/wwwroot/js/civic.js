// Everything works without this file; it makes some things better.
import { initAll } from './vendor/govuk-frontend.min.js';
import { messages } from './messages.js';
import './suggest.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll(messages);

// Larger type and higher contrast: a class on <html>, remembered in this browser only.
for (const button of document.querySelectorAll('[data-preference]')) {
  const name = button.dataset.preference;
  const show = () => button.setAttribute('aria-pressed', String(document.documentElement.classList.contains(name)));
  button.addEventListener('click', () => {
    const on = document.documentElement.classList.toggle(name);
    try {
      localStorage.setItem(name, on ? 'on' : 'off');
    } catch {
      // storage is refused: the choice holds for this page
    }
    show();
  });
  show();
}

for (const button of document.querySelectorAll('[data-action="print"]')) {
  button.addEventListener('click', () => window.print());
}

// Copies what another element shows, and says so; what cannot be copied is marked, to be copied by hand.
for (const button of document.querySelectorAll('[data-copy]')) {
  const label = button.textContent;
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.textContent);
      button.textContent = '已复制';
    } catch {
      getSelection().selectAllChildren(source);
      button.textContent = '已选中，请按 Ctrl+C 复制';
    }
    setTimeout(() => { button.textContent = label; }, 4000);
  });
}

// On paper everything that is folded away is shown.
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details:not([open])')) {
    details.open = true;
    details.dataset.openedForPrint = '';
  }
});
addEventListener('afterprint', () => {
  for (const details of document.querySelectorAll('details[data-opened-for-print]')) {
    details.open = false;
    delete details.dataset.openedForPrint;
  }
});
