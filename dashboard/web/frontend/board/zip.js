// Makes a ZIP archive of files that are compressed already: stored as they are, names in UTF-8 (APPNOTE 6.3.10).

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? 0xedb88320 ^ (byte >>> 1) : byte >>> 1;
  return byte;
});

export function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 255] ^ (sum >>> 8);
  return ~sum >>> 0;
}

/** Numbers of the given sizes in bytes, little-endian. */
function record(...fields) {
  const bytes = new Uint8Array(fields.reduce((length, [size]) => length + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

/** files: [{name, bytes}] → Blob */
export function zip(files, now = new Date()) {
  const time = (now.getHours() << 11) | (now.getMinutes() << 5) | (now.getSeconds() >> 1);
  const date = ((now.getFullYear() - 1980) << 9) | ((now.getMonth() + 1) << 5) | now.getDate();
  const body = [];
  const directory = [];
  let offset = 0;
  let listing = 0;
  for (const { name, bytes } of files) {
    const label = new TextEncoder().encode(name);
    const size = bytes.length;
    // version 2.0, UTF-8 names, stored, time, date, checksum, size twice, length of the name, nothing extra
    const common = [[2, 20], [2, 0x800], [2, 0], [2, time], [2, date], [4, crc32(bytes)], [4, size], [4, size]];
    const header = record([4, 0x04034b50], ...common, [2, label.length], [2, 0]);
    const entry = record(
      [4, 0x02014b50], [2, 20], ...common, [2, label.length],
      [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset],
    );
    body.push(header, label, bytes);
    directory.push(entry, label);
    offset += header.length + label.length + size;
    listing += entry.length + label.length;
  }
  const count = files.length;
  const end = record([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, listing], [4, offset], [2, 0]);
  return new Blob([...body, ...directory, end], { type: "application/zip" });
}
