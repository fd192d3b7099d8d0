package org.insardask.embedded.gpf;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.OperatorSpiRegistry;

/** The operators by alias, upper and lower case alike. Services are loaded when a name is first asked for. Thread-safe. */
public final class SpiRegistry implements OperatorSpiRegistry {

    private static final SpiRegistry DEFAULT = new SpiRegistry();

    private final Map<String, OperatorSpi> byName = new TreeMap<>();
    private final Set<String> aliases = new TreeSet<>();
    private boolean loaded;

    /** The operators that all of a process share; {@code GPF.getDefaultInstance()} has them too, and takes 10 ms to start. */
    public static SpiRegistry getDefault() {
        return DEFAULT;
    }

    @Override
    public synchronized void loadOperatorSpis() {
        if (loaded) {
            return;
        }
        loaded = true;
        for (OperatorSpi spi : ServiceLoader.load(OperatorSpi.class)) {
            if (!byName.containsKey(key(spi.getOperatorAlias()))) {
                addOperatorSpi(spi);
            }
        }
    }

    @Override
    public synchronized Set<OperatorSpi> getOperatorSpis() {
        loadOperatorSpis();
        return new LinkedHashSet<>(byName.values());
    }

    @Override
    public synchronized OperatorSpi getOperatorSpi(String operatorName) {
        OperatorSpi known = byName.get(key(operatorName));
        if (known == null && !loaded) {
            loadOperatorSpis();
            known = byName.get(key(operatorName));
        }
        return known;
    }

    /** The operator of that name; throws, with the names that there are, where there is none. */
    public OperatorSpi require(String operatorName) {
        OperatorSpi spi = getOperatorSpi(operatorName);
        if (spi == null) {
            throw new OperatorException("Unknown operator '" + operatorName + "'. There are: " + String.join(", ", getAliases()) + ".");
        }
        return spi;
    }

    @Override
    public boolean addOperatorSpi(OperatorSpi operatorSpi) {
        return addOperatorSpi(operatorSpi.getOperatorAlias(), operatorSpi);
    }

    @Override
    public synchronized boolean addOperatorSpi(String operatorName, OperatorSpi operatorSpi) {
        OperatorSpi before = byName.put(key(operatorName), operatorSpi);
        byName.put(key(operatorSpi.getClass().getName()), operatorSpi);
        aliases.add(operatorName);
        return before != operatorSpi;
    }

    @Override
    public synchronized boolean removeOperatorSpi(OperatorSpi operatorSpi) {
        aliases.removeIf(alias -> byName.get(key(alias)) == operatorSpi);
        return byName.values().removeIf(spi -> spi == operatorSpi);
    }

    @Override
    public synchronized Set<String> getAliases() {
        loadOperatorSpis();
        return new TreeSet<>(aliases);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ENGLISH);
    }
}
