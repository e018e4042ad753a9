import type { Resource, ResourceGroup, ResourceType } from '../../model/index.ts';
import { faultAt, findChild, findText, getAttribute, getChild, listChildren, shorten, type XmlElement } from '../xml/index.ts';
import { NameList } from './names.ts';

interface OpenResourceGroup extends ResourceGroup {
  readonly resources: number[];
}

export interface ResourceNames {
  readonly resourceTypes: NameList<ResourceType>;
  readonly resources: NameList<Resource>;
  readonly resourceGroups: NameList<OpenResourceGroup>;
}

/** Reads `<Resources>`: types, groups, then the resources, each saying where it belongs. */
export function readResources(element: XmlElement): ResourceNames {
  const resourceTypes = new NameList<ResourceType>('resource type');
  const resources = new NameList<Resource>('resource');
  const resourceGroups = new NameList<OpenResourceGroup>('resource group');
  for (const type of listChildren(findChild(element, 'ResourceTypes'), 'ResourceType')) {
    const id = getAttribute(type, 'Id');
    resourceTypes.add(type, { id, name: findText(type, 'Name') ?? id });
  }
  for (const group of listChildren(findChild(element, 'ResourceGroups'), 'ResourceGroup')) {
    const id = getAttribute(group, 'Id');
    const type = resourceTypes.refer(getChild(group, 'ResourceType'));
    resourceGroups.add(group, { id, name: findText(group, 'Name') ?? id, type, resources: [] });
  }
  for (const resource of listChildren(element, 'Resource')) {
    const id = getAttribute(resource, 'Id');
    const index = resources.items.length;
    resources.add(resource, { id, name: findText(resource, 'Name') ?? id, type: resourceTypes.refer(getChild(resource, 'ResourceType')) });
    for (const membership of listChildren(findChild(resource, 'ResourceGroups'), 'ResourceGroup')) {
      const group = resourceGroups.items[resourceGroups.refer(membership)];
      if (group !== undefined && group.type !== resources.items[index]?.type) throw faultAt(membership, `the group “${shorten(group.id)}” is of another resource type`);
      if (group !== undefined && group.resources.at(-1) !== index) group.resources.push(index);
    }
  }
  return { resourceTypes, resources, resourceGroups };
}
