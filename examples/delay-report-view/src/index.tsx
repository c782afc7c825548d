import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { artifactView, IArtifactViews } from 'jupyterlab-tfx';
import * as React from 'react';

type Report = Record<string, { expected_late: number; late: number; flights: number }>;

const percent = (share: number): string => `${Math.round(100 * share)} %`;

const view = artifactView<Report>({
  decode: async source => {
    const report: unknown = JSON.parse(new TextDecoder().decode(await source.read('report.json')));
    if (typeof report !== 'object' || report === null) {
      throw new Error('report.json holds no report. Run DelayReporter again.');
    }
    return report as Report;
  },
  View: ({ items }) => (
    <table className="jp-TfxArtifact-table">
      <thead>
        <tr>
          <th scope="col">Airport</th>
          <th scope="col">Expected</th>
          <th scope="col">Late</th>
          <th scope="col">Flights</th>
        </tr>
      </thead>
      {items.map(({ label, data }) => (
        <tbody key={label} aria-label={label}>
          {Object.entries(data).map(([airport, { expected_late, late, flights }]) => (
            <tr key={airport}>
              <th scope="row">{airport}</th>
              <td>{percent(expected_late)}</td>
              <td>{percent(late)}</td>
              <td>{Number(flights)}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  ),
  compares: true
});

const plugin: JupyterFrontEndPlugin<void> = {
  id: 'delay-report-view:plugin',
  description: 'Shows DelayReport, the artifact type of the flights example.',
  autoStart: true,
  requires: [IArtifactViews],
  activate: (_, views: IArtifactViews) => {
    views.register({ types: ['DelayReport'], label: () => 'Delay report', load: async () => view });
  }
};

export default plugin;
