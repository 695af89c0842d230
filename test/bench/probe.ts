/** Loaded into each process under test (`node --import`): tells over IPC what the process has used, whenever it is asked. */
import type { Usage } from './process.ts';

const KIB = 1024;
const MIB = KIB * KIB;

process.on('message', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage: Usage = { cpuMs: (userCPUTime + systemCPUTime) / 1000, rssMib: process.memoryUsage.rss() / MIB, peakRssMib: maxRSS / KIB };
  process.send?.(usage);
});

// Listening for messages must not keep a process alive that has nothing else to do.
process.channel?.unref();
