// Keeps the progress of long work fresh. Without this script the page has a link for it.
const place = document.querySelector('[data-work]');

if (place?.dataset.work) {
  const look = async () => {
    try {
      const answer = await fetch(place.dataset.work, { headers: { Accept: 'text/html' } });
      if (answer.ok) {
        if (answer.headers.get('X-Work-Under-Way') === 'no') {
          location.reload();
          return;
        }
        const html = await answer.text();
        if (place.innerHTML.trim() !== html.trim()) {
          place.innerHTML = html;
        }
      }
    } catch {
      // The network may be back at the next look.
    }
    setTimeout(look, 2000);
  };
  setTimeout(look, 1000);
}
