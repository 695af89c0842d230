/** Before any test: trains the model where it is not there yet, so that workers do not train it side by side. */
import { brainForScripts } from './conversations/play.ts';

export async function setup(): Promise<void> {
  await brainForScripts();
}
