// Shows published items that match what is being typed, before a request is filed. Without this script the check page
// shows them. Only the three descriptive fields and the antiforgery token are sent.
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

  fields.forEach(field => field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 400);
  }));
}
