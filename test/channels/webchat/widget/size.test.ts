import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleWidget, MAX_WIDGET_GZIP_BYTES } from '../../../../bot/channels/webchat/bundle-widget.ts';

const folder = mkdtempSync(join(tmpdir(), 'widget-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the loader', () => {
  it('is built below its limit, which the build enforces', async () => {
    const name = await bundleWidget(folder);
    expect(statSync(join(folder, name)).size).toBeGreaterThan(0);
    expect(MAX_WIDGET_GZIP_BYTES).toBeLessThanOrEqual(3000);
    await expect(bundleWidget(folder, 100)).rejects.toThrow(/100 are the limit/);
  });
});
