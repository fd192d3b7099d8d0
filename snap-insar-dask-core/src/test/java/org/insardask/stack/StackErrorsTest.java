package org.insardask.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class StackErrorsTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/stack-errors.csv", delimiter = '~')
    void refuses(String name, String products, String mother, String channel, String message) {
        Product[] sources = TestProducts.list(products);
        StackException error = assertThrows(StackException.class, () -> {
            StackReader reader = StackReader.of(sources);
            reader = mother == null ? reader : reader.mother(TestProducts.of(mother));
            reader = channel == null ? reader : reader.channel(ChannelKey.parse(channel));
            reader.read();
        }, name);

        assertEquals(message, error.getMessage());
    }

    @Test
    void refusesNoProducts() {
        StackException error = assertThrows(StackException.class, StackReader::of);

        assertEquals("no source product, expected a stack", error.getMessage());
    }

    @Test
    void bandsHaveTheSizeOfTheirProduct() {
        Product product = new Product("s", "SLC", 8, 6);
        for (String name : new String[] {"VV_ref_31Mar2023", "VV_sec1_19Mar2023"}) {
            addSmall(product, "i_" + name, "real");
            addSmall(product, "q_" + name, "imaginary");
        }
        StackReader reader = StackReader.of(product);
        StackException error = assertThrows(StackException.class, reader::read);

        assertEquals("band 'i_VV_sec1_19Mar2023' is 4 x 3 pixels, expected 8 x 6 as product 's'", error.getMessage());
    }

    private static void addSmall(Product product, String name, String unit) {
        Band band = new Band(name, ProductData.TYPE_FLOAT32, 4, 3);
        band.setUnit(unit);
        product.addBand(band);
    }

    @Test
    void interferogramsThatAreAskedForMustBeThere() {
        StackReader reader = StackReader.of(TestProducts.of("s iq_VV_ref_31Mar2023 iq_VV_sec1_19Mar2023")).expect(StackKind.INTERFEROGRAMS);
        StackException error = assertThrows(StackException.class, reader::read);

        assertEquals("product 's': not a stack: no band is an interferogram, expected names like i_ifg_VV_31Mar2023_19Mar2023; found "
                + "i_VV_ref_31Mar2023, q_VV_ref_31Mar2023, i_VV_sec1_19Mar2023, q_VV_sec1_19Mar2023", error.getMessage());
    }

    @Test
    void theBandsOfTheMotherMustBeThereWhereTheyAreUsed() {
        StackDescription stack = StackReader.of(TestProducts.of("s iq_ifg_VV_31Mar2023_19Mar2023")).read();
        StackException error = assertThrows(StackException.class, stack::motherBands);

        assertEquals("no bands of the mother 31Mar2023 in product 's', expected real and imaginary part, such as i_VV_ref_31Mar2023",
                error.getMessage());
    }

    @Test
    void aFrequencyThatIsTextIsNotKnown() {
        Product product = TestProducts.of("s iq_ifg_VV_31Mar2023_19Mar2023");
        product.getMetadataRoot().getElement("Abstracted_Metadata").setAttributeString("radar_frequency", "C band");
        SarMetadata metadata = SarMetadata.of(product);
        StackException error = assertThrows(StackException.class, metadata::wavelength);

        assertEquals("product 's': Abstracted_Metadata has no radar_frequency (MHz), so the wavelength is not known", error.getMessage());
    }

    @Test
    void theWavelengthMustBeKnown() {
        for (String frequency : new String[] {"", "@frequency=99999", "@frequency=0"}) {
            StackDescription stack = StackReader.of(TestProducts.of("s iq_ifg_VV_31Mar2023_19Mar2023 " + frequency)).read();
            StackException error = assertThrows(StackException.class, stack::wavelength);

            assertEquals("product 's': Abstracted_Metadata has no radar_frequency (MHz), so the wavelength is not known",
                    error.getMessage());
        }
    }
}
