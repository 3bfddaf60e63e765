// Writes the language data that search embeds: obj/words/{simplified,readings,dictionary}.txt. MSBuild calls it when they are
// older than package-lock.json or this file. Nothing of the packages is run while they are installed; only their data is read.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(fileURLToPath(import.meta.url));
const output = path.resolve(process.argv[2]);
const packages = path.join(output, 'node_modules');
const ideographs = /^[\u4e00-\u9fff]+$/;
const lock = path.join(output, 'lock');

fs.mkdirSync(output, { recursive: true });
takeLock();
try {
  install();
  write('simplified.txt', await simplified());
  const dictionary = words();
  write('dictionary.txt', dictionary.map(([word, count]) => `${word} ${count}\n`).join(''));
  write('readings.txt', await readings());
} finally {
  fs.rmSync(lock, { recursive: true, force: true });
}

/** Two builds at once would install over each other. */
function takeLock() {
  const giveUp = Date.now() + 5 * 60_000;
  for (;;) {
    try {
      fs.mkdirSync(lock);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (Date.now() - fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs > 3 * 60_000 || Date.now() > giveUp) {
        fs.rmSync(lock, { recursive: true, force: true });
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150);
    }
  }
}

function install() {
  const text = fs.readFileSync(path.join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(text).digest('hex');
  const stamp = path.join(packages, '.installed-lock');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
  for (const name of ['package.json', 'package-lock.json']) fs.copyFileSync(path.join(root, name), path.join(output, name));
  const npm = spawnSync('npm ci --ignore-scripts --no-audit --no-fund', { cwd: output, shell: true, encoding: 'utf8' });
  if (npm.status !== 0) throw new Error(`npm ci failed (exit code ${npm.status}).\n${npm.stderr}`);
  fs.writeFileSync(stamp, wanted);
}

/** Traditional characters with their simplified ones, the usual one where there are several. */
async function simplified() {
  const file = path.join(packages, 'opencc-js', 'dist', 'esm-lib', 'dict', 'TSCharacters.js');
  const { default: pairs } = await import(pathToFileURL(file));
  return pairs.split('|').map(pair => pair.split(' '))
    .filter(([from, to]) => from.length === 1 && to.length === 1 && from !== to)
    .map(([from, to]) => `${from}${to}\n`).join('');
}

/** Words of two to eight ideographs with their frequency; the rarest third, mostly names, would only make pages of memory. */
function words() {
  const file = path.join(packages, 'nodejieba', 'submodules', 'cppjieba', 'dict', 'jieba.dict.utf8');
  return fs.readFileSync(file, 'utf8').split('\n').map(line => line.split(' '))
    .filter(([word, count]) => word.length >= 2 && word.length <= 8 && ideographs.test(word) && Number(count) >= 4)
    .map(([word, count]) => [word, Number(count)]);
}

/** Each simplified ideograph with its readings without tones, the usual one first; ü is written v, as readers type it. */
async function readings() {
  const { pinyin } = await import(pathToFileURL(path.join(packages, 'pinyin-pro', 'dist', 'index.mjs')));
  const lines = [];
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCodePoint(code);
    const all = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true, nonZh: 'removed' });
    const known = [...new Set(all.map(reading => reading.toLowerCase()).filter(reading => /^[a-z]+$/.test(reading)))];
    if (known.length > 0) lines.push(`${character} ${known.join(' ')}\n`);
  }
  return lines.join('');
}

function write(name, text) {
  const next = path.join(output, `${name}.${process.pid}.next`);
  fs.writeFileSync(next, text);
  fs.renameSync(next, path.join(output, name));
}
