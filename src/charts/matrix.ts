/** A square of numbers from −1 to 1, as shades: one colour below zero, another one above. */
import { CHART, chartFrame } from './chart-frame';
import { shorten, textWidth } from './dag-text';
import { svgElement } from './svg-element';

/** Rows and columns of the same names. */
export interface IMatrixData {
  readonly names: readonly string[];
  /** By row and column; NaN where nobody knows. */
  readonly values: readonly (readonly number[])[];
}

/** Sizes, in pixels. */
const SIZE = { least: 14, most: 34, font: 10, name: 150, figures: 30 };

/**
 * Draws a matrix; as large as it comes.
 *
 * @param options.width - For the names and the cells together.
 */
export function matrix(
  { names, values }: IMatrixData,
  options: { readonly label: string; readonly width?: number }
): SVGSVGElement {
  const { label, width = CHART.width } = options;
  const longest = names.reduce((most, name) => Math.max(most, textWidth(name, SIZE.font)), 0);
  const name = Math.min(SIZE.name, width * 0.4, longest + 8);
  const cell = Math.min(
    SIZE.most,
    Math.max(SIZE.least, (width - name) / Math.max(1, names.length))
  );
  const size = { width: name + cell * names.length, height: name + cell * names.length };
  return chartFrame(
    'matrix',
    { label, ...size },
    svgElement(
      'g',
      { class: 'jp-TfxChart-axes' },
      ...names.flatMap((text, index) => {
        const at = name + cell * (index + 0.5);
        const shown = shorten(text, name - 8, SIZE.font);
        return [
          svgElement(
            'text',
            { x: name - 5, y: at + 3.5, 'text-anchor': 'end' },
            shown,
            svgElement('title', {}, text)
          ),
          svgElement(
            'text',
            {
              transform: `translate(${(at + 3.5).toFixed(2)},${(name - 5).toFixed(2)}) rotate(-90)`
            },
            shown,
            svgElement('title', {}, text)
          )
        ];
      })
    ),
    ...values.flatMap((row, y) =>
      row.map((value, x) => {
        const known = !Number.isNaN(value);
        return svgElement(
          'g',
          {
            class: `jp-TfxChart-cell jp-mod-${!known ? 'none' : value < 0 ? 'negative' : 'positive'}`,
            transform: `translate(${(name + cell * x).toFixed(2)},${(name + cell * y).toFixed(2)})`
          },
          svgElement('rect', {
            width: cell - 1,
            height: cell - 1,
            'fill-opacity': known ? Math.min(1, Math.abs(value)) : null
          }),
          known && cell >= SIZE.figures
            ? svgElement(
                'text',
                {
                  x: (cell - 1) / 2,
                  y: (cell - 1) / 2 + 3.5,
                  'text-anchor': 'middle',
                  class: Math.abs(value) > 0.6 ? 'jp-mod-inverse' : null
                },
                value.toFixed(2).replace('-', '−')
              )
            : null,
          svgElement(
            'title',
            {},
            `${names[y]} × ${names[x]}: ${known ? value.toPrecision(3) : '–'}`
          )
        );
      })
    )
  );
}
