// Makes and uses passkeys (WebAuthn). Where the browser cannot, the forms stay hidden and the other ways to sign in remain.
const able = typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function';

const ask = async (form) => {
  const answer = await fetch(form.dataset.passkeyOptions, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
  // A page instead of options: the session has ended, or a fresh sign-in is asked for.
  if (answer.redirected) {
    location.reload();
    return new Promise(() => {});
  }
  if (!answer.ok) {
    throw new Error(answer.status);
  }
  const options = await answer.json();
  return form.dataset.passkey === 'create'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
};

const problemOf = (fault) => ({
  NotAllowedError: '没有完成：您取消了，或者等待太久。请再试一次。',
  InvalidStateError: '这台设备已经有这个账号的通行密钥，不用再添加。',
  SecurityError: '这个网址不能使用通行密钥，请改用其他登录办法。',
}[fault.name] ?? { 429: '操作太频繁，请过几分钟再试。' }[fault.message] ?? '没有完成，请再试一次，或者改用其他登录办法。');

for (const form of able ? document.querySelectorAll('form[data-passkey]') : []) {
  form.hidden = false;
  document.querySelector('[data-passkey-unable]')?.remove();
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const [button, problem] = [form.querySelector('button'), form.querySelector('[data-passkey-problem]')];
    button.disabled = true;
    problem.textContent = '';
    try {
      form.elements.Credential.value = JSON.stringify(await ask(form));
      form.submit();
    } catch (fault) {
      problem.textContent = problemOf(fault);
      button.disabled = false;
    }
  });
}
