/** The warning before an unused chat is cleared. Its text is announced once; the seconds that follow are only seen. */
import { element } from './elements.ts';
import type { Words } from './words.sv.ts';

export interface Warning {
  readonly show: (secondsLeft: number) => void;
  readonly hide: () => void;
}

export function createWarning({ idle, goOn }: Words, onGoOn: () => void): Warning {
  const place = element('idle');
  return {
    show: (secondsLeft) => {
      const counter = place.querySelector('[aria-hidden]');
      if (counter !== null) {
        counter.textContent = idle(secondsLeft);
        return;
      }
      place.replaceChildren(spoken(idle(secondsLeft)), seen(idle(secondsLeft)), button(goOn, onGoOn));
    },
    hide: () => place.replaceChildren(),
  };
}

function spoken(text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'spoken';
  element.textContent = text;
  return element;
}

function seen(text: string): HTMLElement {
  const element = document.createElement('span');
  element.ariaHidden = 'true';
  element.textContent = text;
  return element;
}

export function button(text: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', onClick);
  return element;
}
