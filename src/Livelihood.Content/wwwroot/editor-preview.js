// Shows how the text will look, in the theme's own look, a moment after the typing pauses.

/** Posts fields to the portal with the form's antiforgery token. */
export function post(area, address, fields, signal) {
  const body = new FormData();
  const token = area.form.querySelector('input[name=__RequestVerificationToken]');
  body.append(token.name, token.value);
  Object.entries(fields).forEach(([name, value]) => body.append(name, value));
  return fetch(address, { method: 'POST', body, signal });
}

/** The preview of an editor; toggle() shows or hides it and says which. */
export function previewOf(editor, area) {
  const place = editor.querySelector('[data-preview]');
  const text = editor.querySelector('[data-preview-text]');
  let waiting;
  let running;
  let shown;

  const show = async () => {
    if (place.hidden || shown === area.value) {
      return;
    }
    running?.abort();
    running = new AbortController();
    const value = area.value;
    try {
      const answer = await post(area, editor.dataset.previewAddress, { markdown: value }, running.signal);
      if (answer.ok && !answer.redirected) {
        text.innerHTML = await answer.text();
        // Places in the preview must not take the page's own ids, nor lead away from the form.
        text.querySelectorAll('[id]').forEach(element => element.removeAttribute('id'));
        text.querySelectorAll('a').forEach(link => { link.target = '_blank'; link.rel = 'noopener'; });
        shown = value;
      }
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        text.textContent = '预览暂时不可用，不影响保存。';
      }
    }
  };

  area.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 400);
  });

  return {
    toggle() {
      place.hidden = !place.hidden;
      editor.classList.toggle('markdown-editor--with-preview', !place.hidden);
      show();
      return !place.hidden;
    },
  };
}
