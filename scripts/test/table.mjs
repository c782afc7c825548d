/** The table at the end of `npm test`. */

/**
 * Prints a line per stage.
 *
 * @param {{ name: string, seconds: number, passed: number, failed: number, skipped?: number }[]} results
 */
export function printTable(results) {
  const width = Math.max(...results.map(result => result.name.length));
  console.log(`\n${'stage'.padEnd(width)}  seconds  passed  failed`);
  for (const { name, seconds, passed, failed, skipped = 0 } of results) {
    const numbers = [seconds.toFixed(1).padStart(7), cell(passed), cell(failed)].join('  ');
    const note = skipped > 0 ? `  (${skipped} skipped)` : '';
    console.log(`${name.padEnd(width)}  ${numbers}${note}`);
  }
  console.log('');
}

const cell = value => String(value).padStart(6);
