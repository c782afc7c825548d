/** What bytes are taken for, and how values are written. */
import { describeBytes } from '../compute-bytes';
import { cellText, floatText, hex, valueText } from '../compute-text';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The first bytes of a file. */
function head(bytes: readonly number[], length = 40): Uint8Array {
  const file = new Uint8Array(length);
  file.set(bytes);
  return file;
}

describe('describeBytes', () => {
  it('knows images by their first bytes, and their size', () => {
    const png = head([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
    png.set([0, 0, 1, 0, 0, 0, 0, 28], 16);
    expect(describeBytes(png)).toEqual({ kind: 'image', type: 'PNG', width: 256, height: 28 });
    const gif = head([...encode('GIF89a'), 16, 0, 1, 2]);
    expect(describeBytes(gif)).toEqual({ kind: 'image', type: 'GIF', width: 16, height: 513 });
    const jpeg = head([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 32, 0, 48]);
    expect(describeBytes(jpeg)).toEqual({ kind: 'image', type: 'JPEG', width: 48, height: 32 });
    const webp = head([...encode('RIFF'), 0, 0, 0, 0, ...encode('WEBPVP8X')]);
    webp.set([9, 0, 0, 4, 0, 0], 24);
    expect(describeBytes(webp)).toEqual({ kind: 'image', type: 'WebP', width: 10, height: 5 });
  });

  it('takes no SVG for an image', () => {
    expect(describeBytes(encode('<svg onload="alert(1)"/>')).kind).toBe('text');
  });

  it('takes an image that is cut for one of unknown size', () => {
    const cut = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10);
    expect(describeBytes(cut)).toEqual({ kind: 'image', type: 'PNG', width: 0, height: 0 });
    const endless = new Uint8Array(5000).fill(0xff);
    endless[1] = 0xd8;
    expect(describeBytes(endless)).toMatchObject({ kind: 'image', type: 'JPEG' });
  });

  it('tells text from other bytes', () => {
    expect(describeBytes(encode('größe'))).toEqual({ kind: 'text', text: 'größe', cut: false });
    expect(describeBytes(encode('größe'), 3)).toEqual({ kind: 'text', text: 'gr', cut: true });
    expect(describeBytes(encode('null\0byte')).kind).toBe('text');
    expect(describeBytes(Uint8Array.of(0, 1, 2, 3)).kind).toBe('binary');
    expect(describeBytes(Uint8Array.of(0xc3, 0x28)).kind).toBe('binary');
  });
});

describe('text of values', () => {
  it.each([
    [17.1, '17.1'],
    [1 / 3, '0.33333334'],
    [16777216, '16777216'],
    [1e30, '1e+30'],
    [1.17549435e-38, '1.1754944e-38']
  ])('writes the float of 32 bits of %p', (value, text) => {
    expect(floatText(Math.fround(value))).toBe(text);
  });

  it.each([
    [0.1, '0.1'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity']
  ])('writes %p', (value, text) => {
    expect(floatText(value)).toBe(text);
  });

  it('shows what nobody sees, and cuts what is long', () => {
    expect(valueText(encode('null\0byte'))).toBe('null␀byte');
    expect(valueText(encode('x'.repeat(50)), 'auto', 10)).toBe(`${'x'.repeat(10)}…`);
    expect(valueText(Uint8Array.of(1, 255, 0, 16, 7))).toBe('01ff0010 07');
    expect(valueText(encode('ab'), 'hex')).toBe('6162');
    expect(hex(new Uint8Array(0))).toBe('');
  });

  it('says that a list goes on', () => {
    const values = Array.from({ length: 9 }, (_, i) => BigInt(i));
    expect(cellText({ kind: 'int', values, count: 9 })).toBe('0, 1, 2, 3, 4, …');
    const step = { kind: 'int', values: [1n, 2n], count: 2 } as const;
    expect(cellText({ kind: 'steps', values: [step, step], count: 2 })).toBe('[1, 2], [1, 2]');
  });
});
