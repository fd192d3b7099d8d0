package org.esa.snap.core.datamodel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** An ordered list of nodes, found by index or by name without regard to case. */
public class ProductNodeGroup<T extends ProductNode> extends ProductNode {

    private final List<T> nodes = new ArrayList<>();
    private final List<T> removedNodes = new ArrayList<>();
    private final boolean takingOverNodeOwnership;

    public ProductNodeGroup(String name) {
        this(null, name, false);
    }

    /** @param takingOverNodeOwnership whether this group becomes the owner of the nodes added */
    public ProductNodeGroup(ProductNode owner, String name, boolean takingOverNodeOwnership) {
        super(name, "");
        this.takingOverNodeOwnership = takingOverNodeOwnership;
        super.setOwner(owner);
    }

    public boolean isTakingOverNodeOwnership() {
        return takingOverNodeOwnership;
    }

    public int getNodeCount() {
        return nodes.size();
    }

    public T get(int index) {
        return nodes.get(index);
    }

    /** The node of this name, case ignored, or null. */
    public T get(String name) {
        int index = indexOf(name);
        return index < 0 ? null : nodes.get(index);
    }

    public String[] getNodeNames() {
        return nodes.stream().map(ProductNode::getName).toArray(String[]::new);
    }

    public String[] getNodeDisplayNames() {
        return nodes.stream().map(ProductNode::getDisplayName).toArray(String[]::new);
    }

    public ProductNode[] toArray() {
        return nodes.toArray(new ProductNode[0]);
    }

    public T[] toArray(T[] array) {
        return nodes.toArray(array);
    }

    /** The position of the node of this name, case ignored, or -1. */
    public int indexOf(String name) {
        requireNonNull(name, "name");
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).getName().equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    public int indexOf(T element) {
        return nodes.indexOf(requireNonNull(element, "node"));
    }

    public boolean contains(String name) {
        return indexOf(name) >= 0;
    }

    public boolean contains(T node) {
        return node != null && nodes.contains(node);
    }

    public boolean add(T node) {
        add(nodes.size(), node);
        return true;
    }

    public void add(int index, T node) {
        nodes.add(index, requireNonNull(node, "node"));
        if (takingOverNodeOwnership) {
            node.setOwner(this);
        }
        setModified(true);
    }

    /** Removes the node; false where it is not in this group. */
    public boolean remove(T node) {
        if (!nodes.remove(requireNonNull(node, "node"))) {
            return false;
        }
        removedNodes.add(node);
        if (takingOverNodeOwnership && node.getOwner() == this) {
            node.setOwner(null);
        }
        setModified(true);
        return true;
    }

    public void removeAll() {
        for (T node : List.copyOf(nodes)) {
            remove(node);
        }
    }

    /** The nodes removed since the last save. */
    public Collection<T> getRemovedNodes() {
        return Collections.unmodifiableList(removedNodes);
    }

    public void clearRemovedList() {
        removedNodes.clear();
    }

    @Override
    public void setModified(boolean modified) {
        if (isModified() && !modified) {
            for (T node : nodes) {
                node.setModified(false);
            }
            clearRemovedList();
        }
        super.setModified(modified);
    }

    @Override
    public void dispose() {
        if (takingOverNodeOwnership) {
            for (T node : nodes) {
                node.dispose();
            }
        }
        nodes.clear();
        removedNodes.clear();
        super.dispose();
    }
}
