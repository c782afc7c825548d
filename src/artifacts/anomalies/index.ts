/** The view of anomalies. */
import { artifactView } from '../make-view';
import { decodeAnomalies } from './decode';
import { AnomaliesView } from './view';

/** By split; a pair of splits where DistributionValidator made them. */
export const view = artifactView({ decode: decodeAnomalies, View: AnomaliesView });
