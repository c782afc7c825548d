/** Statistics of natural language. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { Chart } from '../chart';
import { count, figure, percent } from '../format';
import { drawHistograms } from './draw-feature';
import { RankChart } from './rank-chart';
import type { ILanguageStatistics } from './statistics';

const SIZE = { width: 400, height: 120, axes: true };
/** Sequences that are shown. */
const FEW = 20;

/** Coverage, lengths, and the tokens that the schema names. */
export function LanguageSection(props: {
  readonly language: ILanguageStatistics;
  readonly color: number;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { language, color, trans } = props;
  const { tokens, reportedSequences, ranks } = language;
  const histograms = [
    [trans.__('length of tokens'), language.tokenLengthHistogram],
    [trans.__('length of sequences'), language.sequenceLengthHistogram]
  ] as const;
  return (
    <div className="jp-TfxStatistics-language">
      <p>
        {trans.__(
          '%1 of the tokens are in the vocabulary; a token has %2 characters on average; sequences have %3 to %4 tokens; %5 tokens are where they must not be.',
          percent(language.featureCoverage),
          figure(language.avgTokenLength),
          count(language.minSequenceLength),
          count(language.maxSequenceLength),
          count(language.locationMisses)
        )}
      </p>
      {histograms.map(
        ([label, histogram]) =>
          histogram && (
            <figure key={label}>
              <figcaption>{label}</figcaption>
              <Chart
                draw={() => drawHistograms([{ name: '', color, histogram }], { ...SIZE, label })}
              />
            </figure>
          )
      )}
      {ranks && ranks.buckets.length > 0 && (
        <RankChart ranks={ranks} label={trans.__('tokens')} color={color} />
      )}
      {tokens.length > 0 && (
        <table className="jp-TfxArtifact-table">
          <thead>
            <tr>
              <th scope="col">{trans.__('Token')}</th>
              <th scope="col">{trans.__('Times')}</th>
              <th scope="col">{trans.__('Sequences')}</th>
              <th scope="col">{trans.__('Fewest')}</th>
              <th scope="col">{trans.__('Average')}</th>
              <th scope="col">{trans.__('Most')}</th>
              <th scope="col">{trans.__('Positions')}</th>
            </tr>
          </thead>
          <tbody>
            {tokens.map((token, index) => (
              <tr key={index}>
                <th scope="row">
                  <bdi>{String(token.token)}</bdi>
                </th>
                <td>{count(token.frequency)}</td>
                <td>{percent(token.fractionOfSequences)}</td>
                <td>{figure(token.perSequenceMin)}</td>
                <td>{figure(token.perSequenceAvg)}</td>
                <td>{figure(token.perSequenceMax)}</td>
                <td>
                  <Chart
                    draw={() =>
                      drawHistograms([{ name: '', color, histogram: token.positions }], {
                        ...{ label: trans.__('positions'), width: 160, height: 30 }
                      })
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {reportedSequences.length > 0 && (
        <details>
          <summary>{trans.__('Sequences that were reported')}</summary>
          <ul>
            {reportedSequences.slice(0, FEW).map((sequence, index) => (
              <li key={index}>
                <bdi>{sequence.slice(0, 2000)}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
