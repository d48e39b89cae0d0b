// For pages that work without script: their buttons that copy appear where a browser can.

function offer(button: HTMLButtonElement): void {
  const { copy = '', done = '' } = button.dataset;
  const said = button.nextElementSibling!;
  button.addEventListener(
    'click',
    () => void navigator.clipboard.writeText(copy).then(() => (said.textContent = done)),
  );
  button.hidden = false;
}

// A browser gives no way to that at a plain `http` address.
if ('clipboard' in navigator) document.querySelectorAll<HTMLButtonElement>('button[data-copy]').forEach(offer);
