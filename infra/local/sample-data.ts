import type { Host } from './host.ts';

/** Fills a new practice desk, once. A load that was cut short is begun again at the next start. */
export const loadSampleOnce = async (host: Host): Promise<void> => {
  if (!host.wantsSample) return;
  process.stdout.write('Loading the sample data …\n');
  const { loadSample } = await import('./sample/load-sample.ts');
  await loadSample(host);
  host.markSampleLoaded();
};
