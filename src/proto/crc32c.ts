/** The checksum of TFRecord files. */
import { buf } from 'crc-32/crc32c';

/** CRC-32C of the bytes, masked as TFRecord files keep it: rotated right by 15 bits, plus 0xa282ead8. */
export function maskedCrc32c(bytes: Uint8Array): number {
  const crc = buf(bytes);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}
