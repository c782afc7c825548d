/** A feature's page: everything that the statistics hold. */
import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { IArtifactHost } from '../artifact-view';
import { Chart } from '../chart';
import { figure } from '../format';
import type { INamedDataset } from './compute-datasets';
import { distance } from './compute-distance';
import { distributionOf, nonUniformity } from './compute-distribution';
import { rowFlags } from './compute-flags';
import type { IFeatureRow } from './compute-rows';
import { typesOf } from './compute-rows';
import { chartLabels } from './controls';
import { CrossSection } from './cross-section';
import { CustomSection } from './custom-section';
import type { ChartKind, IChartChoice, IDrawnFeature } from './draw-feature';
import { drawFeature, drawHistograms, drawValues, drawnFeatures } from './draw-feature';
import { FeatureName, Swatch } from './feature-cells';
import { FigureTable } from './figure-table';
import { flagWords } from './flag-words';
import { LevelSection } from './level-section';
import { RelatedLinks } from './related-links';
import { RowsSection } from './rows-section';

/** Props of {@link FeaturePage}. */
export interface IFeaturePageProps {
  readonly row: IFeatureRow;
  readonly datasets: readonly INamedDataset[];
  readonly shown: readonly number[];
  readonly choice: IChartChoice;
  /** URIs of the artifacts, as `INamedDataset.item` counts them. */
  readonly uris: readonly string[];
  readonly onClose: () => void;
  /** null at the ends. */
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
  readonly trans: TranslationBundle;
  readonly host: IArtifactHost;
}

/** Pixels of a chart. */
const SIZE = { width: 400, height: 200 };
/** Values, at most. */
const VALUES = 50;

/** Over the table. Escape closes it. */
export function FeaturePage(props: IFeaturePageProps): React.JSX.Element {
  const { row, datasets, shown, choice, uris, trans, host, onClose, onPrevious, onNext } = props;
  const place = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => place.current?.focus(), []);
  const drawn = React.useMemo(() => drawnFeatures(row, datasets, shown), [row, datasets, shown]);
  const problems = drawn.flatMap(({ feature }) => feature.problem ?? []);
  return (
    <div
      ref={place}
      className="jp-TfxStatistics-over jp-TfxStatistics-page"
      role="region"
      aria-label={row.name.slice(0, 200)}
      tabIndex={-1}
      onKeyDown={event => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <header>
        <Button small minimal onClick={onClose}>
          {trans.__('‹ All features')}
        </Button>
        <h4>
          <FeatureName path={row.path} /> <small>{typesOf(row).join(' / ').toLowerCase()}</small>
        </h4>
        <Button small minimal disabled={onPrevious === null} onClick={() => onPrevious?.()}>
          {trans.__('Previous')}
        </Button>
        <Button small minimal disabled={onNext === null} onClick={() => onNext?.()}>
          {trans.__('Next')}
        </Button>
      </header>
      {problems.map(problem => (
        <p key={problem} className="jp-TfxArtifact-problem">
          {problem}
        </p>
      ))}
      {rowFlags(row, shown).map(flag => {
        const [word, sentence] = flagWords(flag, trans);
        return (
          <p key={flag} className="jp-TfxArtifact-note">
            <span className="jp-TfxStatistics-flag">{word}</span> {sentence}
          </p>
        );
      })}
      <RelatedLinks trans={trans} host={host} />
      <div className="jp-TfxStatistics-charts">
        {charts(row, drawn, choice, trans).map(({ title, draw }) => (
          <PageChart key={title} title={title} draw={draw} />
        ))}
      </div>
      <RowsSection {...{ row, datasets, shown, uris, trans, host }} />
      <FigureTable drawn={drawn} trans={trans} />
      <Distances drawn={drawn} weighted={choice.weighted} trans={trans} />
      <LevelSection drawn={drawn} trans={trans} />
      <CustomSection drawn={drawn} trans={trans} />
      <CrossSection row={row} datasets={shown.map(index => datasets[index])} trans={trans} />
    </div>
  );
}

interface IPageChart {
  readonly title: string;
  readonly draw: () => SVGSVGElement | null;
}

/** Every chart that the feature has: those of the table, and histograms with a name. */
function charts(
  row: IFeatureRow,
  drawn: readonly IDrawnFeature[],
  choice: IChartChoice,
  trans: TranslationBundle
): readonly IPageChart[] {
  const { log, share, weighted } = choice;
  const options = { ...SIZE, axes: true, log, share };
  const kinds: readonly ChartKind[] =
    row.kind === 'numeric'
      ? ['standard', 'quantiles', 'cumulative', 'lengths']
      : row.kind === 'categorical'
        ? ['cumulative', 'lengths']
        : ['lengths'];
  const labels = new Map(chartLabels(trans));
  labels.set('standard', trans.__('histogram'));
  if (row.kind === 'categorical') {
    labels.set('cumulative', trans.__('cumulative, the most frequent values first'));
  }
  const values: IPageChart = {
    title: trans.__('top values'),
    draw: () => drawValues(drawn, weighted, { ...options, label: row.name, most: VALUES })
  };
  const named = new Set(
    drawn.flatMap(({ feature }) =>
      (feature.numeric?.histograms ?? []).flatMap(({ name }) => (name === '' ? [] : [name]))
    )
  );
  const lists = drawn.some(({ feature }) => feature.common?.featureListLengthHistogram);
  return [
    ...(row.kind === 'categorical' ? [values] : []),
    ...kinds.map(kind => ({
      title: labels.get(kind) ?? kind,
      draw: () => drawFeature(drawn, { ...choice, kind }, { ...options, label: row.name }, trans)
    })),
    ...[...named].map(name => ({
      title: name,
      draw: () =>
        drawHistograms(
          drawn.map(each => ({
            ...each,
            histogram: each.feature.numeric?.histograms.find(one => one.name === name) ?? null
          })),
          { ...options, label: name }
        )
    })),
    ...(lists
      ? [
          {
            title: trans.__('length of the list'),
            draw: () =>
              drawHistograms(
                drawn.map(each => ({
                  ...each,
                  histogram: each.feature.common?.featureListLengthHistogram ?? null
                })),
                { ...options, label: row.name }
              )
          }
        ]
      : [])
  ];
}

function PageChart({ title, draw }: IPageChart): React.JSX.Element {
  // Drawn with each look at the page: a page has a few.
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <Chart draw={draw} />
    </figure>
  );
}

/** How far each dataset is from the first one, and how uneven its values are. */
function Distances(props: {
  readonly drawn: readonly IDrawnFeature[];
  readonly weighted: boolean;
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const { drawn, weighted, trans } = props;
  const known = drawn.flatMap(({ name, color, feature }) => {
    const distribution = distributionOf(feature, weighted);
    return distribution ? [{ name, color, distribution }] : [];
  });
  if (known.length === 0) {
    return null;
  }
  const kind =
    known[0].distribution.kind === 'numbers'
      ? trans.__('Jensen-Shannon divergence')
      : trans.__('L-infinity distance');
  return (
    <table className="jp-TfxArtifact-table" aria-label={trans.__('Distances')}>
      <thead>
        <tr>
          <th scope="col">{trans.__('Dataset')}</th>
          <th scope="col">{trans.__('Non-uniformity')}</th>
          {known.length > 1 && (
            <th scope="col" title={trans.__('As TFDV measures drift and skew')}>
              {trans.__('%1 from %2', kind, known[0].name)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {known.map(({ name, color, distribution }, index) => (
          <tr key={index}>
            <th scope="row">
              <Swatch color={color} /> <bdi>{name}</bdi>
            </th>
            <td>{figure(nonUniformity(distribution))}</td>
            {known.length > 1 && (
              <td>{index === 0 ? '–' : figure(distance(known[0].distribution, distribution))}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
