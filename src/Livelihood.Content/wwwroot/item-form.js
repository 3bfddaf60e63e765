// What the item form gains from scripts: pickers find while one types, document numbers show how they will be written.
// Without scripts the form does the same by its buttons.
import { enhancePicker } from './item-picker.js';

document.querySelectorAll('[data-item-picker]').forEach(enhancePicker);

for (const place of document.querySelectorAll('[data-document-number]')) {
  const input = place.querySelector('input');
  const answer = document.createElement('p');
  answer.className = 'govuk-hint';
  answer.setAttribute('role', 'status');
  input.after(answer);
  let waiting;
  const ask = async () => {
    const typed = input.value.trim();
    if (typed === '') {
      answer.textContent = '';
      return;
    }
    try {
      const found = await fetch(`${place.dataset.documentNumber}?q=${encodeURIComponent(typed.slice(0, 100))}`);
      const { number } = await found.json();
      if (typed === input.value.trim()) {
        answer.textContent = number ? `将写作：${number}` : '还读不出文号，请写全机关代字、年份和序号。';
      }
    } catch {
      answer.textContent = '';
    }
  };
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 300);
  };
  input.addEventListener('input', later);
  // Over a slow line people type before this script has arrived.
  if (input.value !== input.defaultValue) {
    later();
  }
}
