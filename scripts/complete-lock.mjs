// npm leaves packages for other systems out of package-lock.json when the registry at hand does not have them, and `npm ci`
// then refuses the file elsewhere. Run after every change of dependencies: npm run lock:complete
import { readFileSync, writeFileSync } from "node:fs";

const file = "package-lock.json";
const systems = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "win32"];
const processors = ["arm64", "arm", "x64", "ia32", "ppc64", "riscv64", "s390x", "loong64", "wasm32"];

const lock = JSON.parse(readFileSync(file, "utf8"));
const added = missingOptional(lock.packages);
for (const [name, entry] of Object.entries(added)) lock.packages[name] = entry;
const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(sorted);
if (Object.keys(added).length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${Object.keys(added).length} packages for other systems added`);

/** @param {Record<string, { dev?: boolean, optionalDependencies?: Record<string, string> }>} packages */
function missingOptional(packages) {
  /** @type {Record<string, object>} */
  const missing = {};
  for (const [holder, { dev, optionalDependencies }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
      if (packages[`${holder}/node_modules/${name}`] || packages[`node_modules/${name}`]) continue;
      const platform = platformOf(name);
      if (platform) missing[`node_modules/${name}`] = { version, ...platform, ...(dev ? { dev } : {}), optional: true };
    }
  }
  return missing;
}

/** @param {string} name Such as `@next/swc-win32-arm64-msvc`. */
function platformOf(name) {
  const words = name.split("/").at(-1)?.replace("arm-eabi", "arm").split("-") ?? [];
  const os = words.find((word) => systems.includes(word));
  const cpu = words.find((word) => processors.includes(word));
  if (cpu === "wasm32") return { cpu: [cpu] };
  if (!os || !cpu) return null;
  const libc = words.includes("musl")
    ? { libc: ["musl"] }
    : words.includes("gnu") && os === "linux"
      ? { libc: ["glibc"] }
      : {};
  return { os: [os], cpu: [cpu], ...libc };
}
