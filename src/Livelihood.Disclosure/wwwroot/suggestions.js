// Shows published items that match what is being typed, before a request is filed, and sends whether one of them was what
// the person wanted. Without this script the next pages show them. Only the three descriptive fields and the antiforgery
// token are sent.
const place = document.querySelector('[data-suggestions]');
const fields = [...document.querySelectorAll('[data-suggestions-from]')];

if (place && fields.length > 0) {
  const token = document.querySelector('input[name=__RequestVerificationToken]');
  let waiting;
  let running;

  const ask = async () => {
    running?.abort();
    running = new AbortController();
    const body = new FormData();
    fields.forEach(field => body.append(field.name, field.value));
    body.append(token.name, token.value);
    try {
      const answer = await fetch(place.dataset.suggestions, { method: 'POST', body, signal: running.signal });
      if (answer.ok) {
        const html = await answer.text();
        if (place.innerHTML.trim() !== html.trim()) {
          place.innerHTML = html;
          place.classList.toggle('govuk-inset-text', html.trim() !== '');
        }
      }
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        place.replaceChildren();
      }
    }
  };

  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 400);
  };

  fields.forEach(field => field.addEventListener('input', later));
  // Over a slow line people type before this script has arrived.
  if (fields.some(field => field.value !== field.defaultValue)) {
    later();
  }

  place.addEventListener('click', async event => {
    const button = event.target.closest('[data-answer]');
    if (!button) {
      return;
    }

    const body = new FormData();
    body.append('item', button.dataset.item);
    body.append('isAnswer', button.dataset.answer);
    body.append(token.name, token.value);
    const said = document.createElement('p');
    said.className = 'govuk-body';
    said.textContent = button.dataset.answer === 'true' ? '谢谢，已经记下。不用再申请的，可以离开本页。' : '谢谢，已经记下。请继续填写。';
    said.tabIndex = -1;
    try {
      await fetch(`${place.dataset.suggestions}?handler=Answered`, { method: 'POST', body });
    } catch {
      said.textContent = '没有连上网站，没有记下。请继续填写。';
    }

    const item = button.closest('li');
    item.querySelectorAll('[data-answer]').forEach(other => other.remove());
    item.append(said);
    said.focus();
  });
}
