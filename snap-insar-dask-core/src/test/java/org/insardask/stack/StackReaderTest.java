package org.insardask.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Collectors;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class StackReaderTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/stacks.csv", delimiter = '~')
    void readsStacks(String name, String products, String mother, String channel, String expected) {
        StackReader reader = StackReader.of(TestProducts.list(products));
        reader = mother == null ? reader : reader.mother(TestProducts.of(mother));
        reader = channel == null ? reader : reader.channel(ChannelKey.parse(channel));

        assertEquals(expected, describe(reader.read()), name);
    }

    @Test
    void imagesAreTakenWhereTheyAreAskedFor() {
        Product product = TestProducts.of("s iq_VV_ref_31Mar2023 iq_VV_sec1_19Mar2023 iq_ifg_VV_31Mar2023_19Mar2023");

        assertEquals(StackKind.INTERFEROGRAMS, StackReader.of(product).read().kind());
        assertEquals(StackKind.SLC, StackReader.of(product).expect(StackKind.SLC).read().kind());
    }

    @Test
    void attributesWithNamesLikeThoseOfImagesAreNoPartOfTheStack() {
        Product product = TestProducts.of("s iq_VV_ref_31Mar2023 iq_VV_sec1_19Mar2023 q_score i_of_year h2ph_note");

        assertEquals(1, StackReader.of(product).read().epochs().size());
    }

    @Test
    void aProductGivenTwiceIsReadOnce() {
        Product product = TestProducts.of("s iq_VV_ref_31Mar2023 iq_VV_sec1_19Mar2023");
        StackDescription stack = StackReader.of(product, product).mother(product).read();

        assertEquals(1, stack.products().size());
        assertSame(product, stack.mother().source());
        assertEquals(4, stack.width());
        assertEquals(3, stack.height());
    }

    @Test
    void namesOfImagesFollowTheDialect() {
        Product ifg = TestProducts.of("s iq_ifg_IW2_VH_31Mar2023_19Mar2023 iq_ifg_IW2_VH_31Mar2023_12Apr2023");
        StackReader reader = StackReader.of(ifg);
        StackDescription old = reader.mother(TestProducts.of("m iq_IW2_VH_mst_31Mar2023")).read();
        StackDescription plain = reader.mother(TestProducts.of("m iq_IW2_VH_31Mar2023")).read();

        assertEquals("i_IW2_VH_mst_31Mar2023", old.motherName(Component.REAL).format());
        assertEquals("q_IW2_VH_slv2_12Apr2023", old.daughterName(Component.IMAGINARY, 1).format());
        assertEquals("q_IW2_VH_31Mar2023", plain.motherName(Component.IMAGINARY).format());
        assertEquals("i_IW2_VH_19Mar2023", plain.daughterName(Component.REAL, 0).format());
    }

    @Test
    void bandsArePairedByDateAndNotByNumber() {
        StackDescription stack = StackReader.of(TestProducts.of("s iq_VV_mst_31Mar2023 i_VV_slv1_19Mar2023=real "
                + "q_VV_slv2_19Mar2023=imaginary i_VV_slv2_12Apr2023=real q_VV_slv1_12Apr2023=imaginary")).read();

        assertEquals("q_VV_slv2_19Mar2023", stack.epochs().get(0).bands().imaginary().getName());
        assertEquals("q_VV_slv1_12Apr2023", stack.epochs().get(1).bands().imaginary().getName());
    }

    @Test
    void theStackNeverChanges() {
        StackDescription stack = StackReader.of(TestProducts.of("s iq_VV_ref_31Mar2023 iq_VV_sec1_19Mar2023")).read();

        assertThrows(UnsupportedOperationException.class, () -> stack.epochs().remove(0));
        assertThrows(UnsupportedOperationException.class, () -> stack.products().clear());
    }

    private static String describe(StackDescription stack) {
        String mother = stack.mother().bands().map(bands -> "[" + bands.real().getName() + "]").orElse("none");
        return stack.kind() + " " + stack.key() + " " + stack.dialect().map(Dialect::name).orElse("none") + " "
                + SnapDate.format(stack.mother().date()) + " " + mother + ": "
                + stack.epochs().stream().map(StackReaderTest::describe).collect(Collectors.joining(", "));
    }

    private static String describe(Epoch epoch) {
        return SnapDate.format(epoch.date()) + " " + epoch.bands().real().getName() + " "
                + epoch.heightToPhase().map(Band::getName).orElse("none");
    }
}
