import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RelatedOne } from '../api/person';
import { around, pictureHeight } from '../relations';

const WIDTH = 520;
const MARGIN = 74;

/** The person in the middle, the others around. For the eye and the mouse only: the list below says the same in words. */
export default function RelationsGraph({ people, name }: { people: RelatedOne[]; name: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const height = pictureHeight(people.length);
  const nodes = around(people, WIDTH, height, MARGIN);
  return (
    <figure className="relationsGraph noPrint">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
        {nodes.map(({ other, group, x, y }) => (
          <line key={other.masterId} className="tie" data-group={group} x1={WIDTH / 2} y1={height / 2} x2={x} y2={y} />
        ))}
        {nodes.map(({ other, group, x, y }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: hidden from readers; the list has the links
          <g
            key={other.masterId}
            className="node"
            data-group={group}
            onClick={() => navigate({ to: '/people/$id', params: { id: other.masterId } })}
          >
            <circle cx={x} cy={y} r={13} />
            <text x={x} y={y + 28}>
              {short(other.displayName ?? t('search.noName'))}
            </text>
          </g>
        ))}
        <g className="node" data-group="self">
          <circle cx={WIDTH / 2} cy={height / 2} r={17} />
          <text x={WIDTH / 2} y={height / 2 + 34}>
            {short(name)}
          </text>
        </g>
      </svg>
      <figcaption className="quiet small">
        {(['family', 'case', 'telephone'] as const)
          .filter((group) => nodes.some((node) => node.group === group))
          .map((group) => (
            <span key={group} className="legend" data-group={group}>
              {t(`relations.legend.${group}`)}
            </span>
          ))}
      </figcaption>
    </figure>
  );
}

function short(name: string): string {
  return name.length > 22 ? `${name.slice(0, 21)}…` : name;
}
