// A workbook made in the browser, of the rows that the reader sees: Office Open XML (ECMA-376), its
// parts in a ZIP archive (APPNOTE 6.3) without compression.

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function checksum(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = table[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** Numbers in little-endian order, pairs of a width in bytes and a value. */
function record(...fields) {
  return fields.flatMap(([width, value]) =>
    Array.from({ length: width }, (_, at) => Math.floor(value / 256 ** at) & 0xff),
  );
}

/** An archive of files, each a name and its text. */
function zip(files) {
  const encoder = new TextEncoder();
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, text] of files) {
    const [path, bytes] = [encoder.encode(name), encoder.encode(text)];
    // 1980-01-01, so that the same rows make the same file.
    const common = [
      [2, 20], [2, 0x0800], [2, 0], [2, 0], [2, 0x21], [4, checksum(bytes)], [4, bytes.length],
      [4, bytes.length], [2, path.length], [2, 0],
    ];
    const head = Uint8Array.from(record([4, 0x04034b50], ...common));
    parts.push(head, path, bytes);
    const entry = record([4, 0x02014b50], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
    directory.push(Uint8Array.from(entry), path);
    offset += head.length + path.length + bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = record(
    [4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, offset], [2, 0],
  );
  return new Blob([...parts, ...directory, Uint8Array.from(end)], {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  });
}

const escaped = (text) =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The name of a column, by its place from 0. */
function column(at) {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : column(Math.floor(at / 26) - 1) + letter;
}

/** Excel's limit of links on a sheet. */
const mostLinks = 65_530;

/** A sheet of texts, the first row in bold and fixed; a text is never a formula. The last column leads to addresses. */
function sheet(rows, isMirrored) {
  const cells = (texts, at) =>
    texts
      .map((text, place) => {
        const style = at === 0 ? ' s="1"' : "";
        const name = `${column(place)}${at + 1}`;
        return text === ""
          ? ""
          : `<c r="${name}" t="inlineStr"${style}><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
      })
      .join("");
  const lines = rows.map((texts, at) => `<row r="${at + 1}">${cells(texts, at)}</row>`).join("");
  const last = `${column(rows[0].length - 1)}${rows.length}`;
  return (
    `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"` +
    `${isMirrored ? ' rightToLeft="1"' : ""}><pane ySplit="1" topLeftCell="A2" state="frozen"/>` +
    `</sheetView></sheetViews><cols><col min="1" max="1" width="48" customWidth="1"/></cols>` +
    `<sheetData>${lines}</sheetData><autoFilter ref="A1:${last}"/>${links(rows)}</worksheet>`
  );
}

/** The places of a sheet's links; where they lead is in a part of its own. */
function links(rows) {
  const at = column(rows[0].length - 1);
  const all = rows.slice(1, mostLinks + 1).map((_, row) =>
    `<hyperlink ref="${at}${row + 2}" r:id="r${row + 1}"/>`);
  return all.length ? `<hyperlinks xmlns:r="${office}">${all.join("")}</hyperlinks>` : "";
}

/** Where a sheet's links lead. */
function targets(rows) {
  const all = rows.slice(1, mostLinks + 1).map((texts, row) =>
    `<Relationship Id="r${row + 1}" Type="${office}/hyperlink" Target="${escaped(texts.at(-1))}" ` +
    `TargetMode="External"/>`);
  return `<Relationships xmlns="${relations}">${all.join("")}</Relationships>`;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Makes a workbook of rows of texts and hands it to the reader. */
export function download(name, rows) {
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const title = escaped(name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31));
  const isMirrored = document.documentElement.dir === "rtl";
  const files = [
    ["[Content_Types].xml",
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`],
    ["_rels/.rels",
      `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" ` +
      `Target="xl/workbook.xml"/></Relationships>`],
    ["xl/workbook.xml",
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${title}" sheetId="1" ` +
      `r:id="r1"/></sheets></workbook>`],
    ["xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" ` +
      `Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/styles" ` +
      `Target="styles.xml"/></Relationships>`],
    ["xl/styles.xml",
      `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
      `<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill>` +
      `<patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>` +
      `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/>` +
      `<xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`],
    ["xl/worksheets/sheet1.xml", sheet(rows, isMirrored)],
    ["xl/worksheets/_rels/sheet1.xml.rels", targets(rows)],
  ].map(([path, text]) => [path, declaration + text]);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(zip(files));
  link.download = `${name.replace(/[\u0000-\u001f<>:"/\\|?*]/g, " ").trim()}.xlsx`;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
