// Compiles the theme: styles/*.scss -> wwwroot/css/*.css, and the vendor script -> wwwroot/js/vendor/.
// MSBuild calls it only when an input is newer than an output. Several builds may call it at once: a lock keeps them
// apart, packages are installed only when package-lock.json changed, and files are replaced whole.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => path.join(root, ...parts);
const lock = at('obj', 'theme.lock');
const longestWait = 5 * 60_000;
let holding = false;

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`The theme needs Node 20 or later; this is ${process.version}.`);
}

takeLock();
try {
  installPackages();
  await compileStyles();
  copyVendorScript();
} catch (error) {
  fail(error.message);
}
releaseLock();

function takeLock() {
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  const giveUp = Date.now() + longestWait;
  for (;;) {
    try {
      fs.mkdirSync(lock);
      holding = true;
      fs.writeFileSync(path.join(lock, 'pid'), String(process.pid));
      for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => fail('The build of the theme was stopped.'));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned()) {
      fs.rmSync(lock, { recursive: true, force: true });
    } else if (Date.now() > giveUp) {
      fail(`Another build of the theme has held ${path.relative(process.cwd(), lock)} for five minutes; delete it if none is running.`);
    } else {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150);
    }
  }
}

function releaseLock() {
  if (holding) fs.rmSync(lock, { recursive: true, force: true });
}

/** A lock is abandoned when the process that took it is gone. */
function isAbandoned() {
  let pid;
  try {
    pid = Number(fs.readFileSync(path.join(lock, 'pid'), 'utf8'));
  } catch {
    return false; // just being taken, or just released
  }
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function installPackages() {
  const wanted = createHash('sha256').update(fs.readFileSync(at('package-lock.json'))).digest('hex');
  const stamp = at('node_modules', '.installed-lock');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;

  const npm = spawnSync('npm ci', { cwd: root, shell: true, encoding: 'utf8' });
  if (npm.status !== 0) {
    throw new Error(`"npm ci" failed in the theme (exit code ${npm.status}). npm comes with Node 20 or later and needs a package registry.\n${npm.stderr}`);
  }
  fs.writeFileSync(stamp, wanted);
}

async function compileStyles() {
  const sass = await import('sass');
  for (const name of fs.readdirSync(at('styles'))) {
    if (!name.endsWith('.scss') || name.startsWith('_')) continue;
    const { css } = sass.compile(at('styles', name), {
      style: 'compressed',
      loadPaths: [at('node_modules')],
      quietDeps: true,
    });
    replace(at('wwwroot', 'css', name.replace(/\.scss$/, '.css')), `${css}\n`);
  }
}

function copyVendorScript() {
  const script = fs.readFileSync(at('node_modules', 'govuk-frontend', 'dist', 'govuk', 'govuk-frontend.min.js'), 'utf8');
  replace(at('wwwroot', 'js', 'vendor', 'govuk-frontend.min.js'), script.replace(/\/\/# sourceMappingURL=.*\s*$/, '\n'));
}

/** Replaces a file whole; one that would not change only gets a new time, so that MSBuild sees it as up to date. */
function replace(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) {
    const now = new Date();
    fs.utimesSync(file, now, now);
    return;
  }
  const next = `${file}.${process.pid}.next`;
  fs.writeFileSync(next, text);
  fs.renameSync(next, file);
}

function fail(message) {
  // The form that MSBuild shows as an error of its own.
  for (const line of message.trimEnd().split('\n')) console.error(`theme : error CIVIC001: ${line}`);
  releaseLock();
  process.exit(1);
}
