// Loaded before a program (`node --import`): ends it when its parent is gone, however that came about.
const POLL_MS = 500;
const parent = process.ppid;

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, POLL_MS).unref();

// Who read our output is gone, though a shell between us may stand. Next would log the broken pipe into the broken
// pipe, again and again, and keep a processor busy for good.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', ({ code }) => {
    if (code === 'EPIPE') process.exit(1);
  });
}
