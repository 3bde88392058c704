// Sentences of the importer of OpenStreetMap extracts.
import type { Messages } from '../types.ts';

export const osm = {
  OSM_TYPE_UNKNOWN: {
    happened: 'The file {name} is of no type that the importer knows.',
    means: 'No roads were read.',
    next: 'Give .osm, .osm.pbf or .geojson.',
  },
  OSM_TOO_LARGE: {
    happened: 'The extract has {count} {what}.',
    means: 'More than {countMax} do not fit the memory set aside, so nothing was read.',
    next: 'Cut a smaller extract, or use PBF in place of XML.',
  },
  OSM_UNREADABLE: {
    happened: 'This is not {format}: {detail}.',
    means: 'No roads were read.',
    next: 'Check that the file is whole and of the type that its name says.',
  },
  OSM_FEATURE_UNKNOWN: {
    happened: 'The extract needs the feature {feature}, which the importer does not know.',
    means: 'It could be read wrongly, so it was not read.',
    next: 'Write the extract again without it.',
  },
  OSM_NO_ROADS: {
    happened: 'None of the {wayCount} ways is a road for vehicles.',
    means: 'There is no network to build.',
    next: 'Check the area and the tags of the extract.',
  },
} as const satisfies Messages;
