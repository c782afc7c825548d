/** The view of statistics. */
import { artifactView } from '../make-view';
import { decodeStatistics } from './decode';
import { StatisticsView } from './view';

/** All datasets in one table; artifacts are compared in it. */
export const view = artifactView({
  decode: decodeStatistics,
  View: StatisticsView,
  compares: true
});
