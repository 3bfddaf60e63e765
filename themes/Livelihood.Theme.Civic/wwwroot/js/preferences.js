// Runs before the first paint (a plain script in the head), so that a page never jumps when it has been read in large type.
(function () {
  const root = document.documentElement;
  root.classList.add('js-enabled');
  for (const name of ['large-type', 'high-contrast']) {
    try {
      if (localStorage.getItem(name) === 'on') root.classList.add(name);
    } catch {
      return; // storage is refused: the buttons still work, for this page
    }
  }
})();
