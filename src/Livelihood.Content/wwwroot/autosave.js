// Keeps what is typed on the server a few seconds after each change, and goes on trying where the server cannot be
// reached. Without this script saving is explicit, and a form sent after the session has ended is kept all the same.
const place = document.querySelector('[data-autosave]');
const form = place?.closest('form');

if (form) {
  const wait = 3000;
  const retry = 10000;
  const time = place.querySelector('[data-autosave-time]');
  const address = place.dataset.autosave.replace('KEY', form.querySelector('[data-autosave-key]').value);
  const problem = place.querySelector('[data-autosave-problem]');
  let timer;
  let sending = false;
  let leaving = false;

  const typed = () => {
    const data = new FormData(form);
    [...data.entries()].filter(([, value]) => value instanceof File).forEach(([name]) => data.delete(name));
    return data;
  };
  const textOf = data => {
    const text = new URLSearchParams(data);
    text.delete('__RequestVerificationToken');
    return text.toString();
  };
  let kept = textOf(typed());
  const isUnsaved = () => textOf(typed()) !== kept;

  const say = words => {
    if (problem.textContent !== words) {
      problem.textContent = words;
    }
  };

  const keep = async () => {
    clearTimeout(timer);
    const data = typed();
    const text = textOf(data);
    if (sending || leaving || text === kept) {
      return;
    }

    sending = true;
    try {
      const answer = await fetch(address, { method: 'POST', body: data, headers: { 'X-Requested-With': 'XMLHttpRequest' } });
      if (answer.ok) {
        kept = text;
        time.textContent = `已自动保存 ${(await answer.json()).time}`;
        say('');
      } else if (answer.status === 401) {
        say('登录已经结束，没有自动保存。请按“保存”，重新登录后内容还在。');
      } else if (answer.status === 413) {
        say('内容太长，不能自动保存。请及时按“保存”。');
      } else {
        say('没有自动保存成功。请及时按“保存”。');
      }
    } catch {
      say('连不上服务器，内容还没有自动保存。正在重试，请不要关闭这一页。');
      timer = setTimeout(keep, retry);
    } finally {
      sending = false;
    }

    if (kept === text && isUnsaved()) {
      later();
    }
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, wait);
  };

  form.addEventListener('input', later);
  form.addEventListener('change', later);
  // Over a slow line people type before this script has arrived.
  if ([...form.querySelectorAll('input, textarea')].some(field => field.type !== 'file' && field.value !== field.defaultValue)) {
    kept = '';
    later();
  }
  window.addEventListener('online', keep);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      keep();
    }
  });
  form.addEventListener('submit', () => {
    leaving = true;
    // A form that is refused by the browser, or stopped, is still here a moment later.
    setTimeout(() => {
      leaving = false;
    }, 5000);
  });
  window.addEventListener('beforeunload', event => {
    if (!leaving && isUnsaved()) {
      event.preventDefault();
    }
  });
}
