// Preloaded into a child: when the process that started it is killed, the child does not keep its port.
const parent = process.ppid;

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
}, 250).unref();
