// Imported for its effect. npm runs a script in a shell, and that shell does not pass a signal on: whoever stops npm
// would leave us running behind his back. So when the shell that npm gave us is gone, we are told to stop too.
if (process.env.npm_lifecycle_event !== undefined) {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}
