package org.insardask.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class BandNameTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/band-names.csv")
    void parsesAndFormats(String name, String kind, String component, String key, String role, String dates) {
        BandName parsed = BandName.parse(name).orElseThrow();

        assertEquals(name, parsed.format());
        assertEquals(key, parsed.key().toString());
        List<LocalDate> expectedDates = dates == null ? List.of() : Arrays.stream(dates.split(" ")).map(LocalDate::parse).toList();
        assertEquals(expectedDates, datesOf(parsed));
        assertEquals(kind + " " + component + " " + role, describe(parsed));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/band-names-bad.csv")
    void refusesUnreadableDates(String name, String message) {
        StackException error = assertThrows(StackException.class, () -> BandName.parse(name));

        assertEquals(message, error.getMessage().replace(",", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"elevation", "Intensity_VV_mst_31Mar2023", "Phase_ifg_VV_31Mar2023_19Mar2023", "incident_angle", "coh", "qa",
        "topo_VV_31Mar2023_19Mar2023", "sigma", "latitude", "height", "coherence", "C12_real"})
    void otherBandsAreNotOfAStack(String name) {
        assertEquals(Optional.empty(), BandName.parse(name));
    }

    @Test
    void monthNamesDoNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals("05Sep2023", SnapDate.format(LocalDate.of(2023, 9, 5)));
            assertEquals(LocalDate.of(2023, 9, 5), SnapDate.parse("05Sep2023"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void outputsAreNamedByDate() {
        LocalDate date = LocalDate.of(2023, 3, 19);
        List<String> names = List.of(OutputNames.unwrapped(date), OutputNames.wrapped(date), OutputNames.estimated(date),
                OutputNames.displacement(date), OutputNames.height(date), OutputNames.thermal(date), OutputNames.ambiguity(date));

        assertEquals("dis_unw_ dis_wrapped_ dis_est_ dis_dis_ dis_height_ dis_ther_ amb_",
                names.stream().map(name -> name.replace("19Mar2023", "")).collect(Collectors.joining(" ")));
        SlcBandName real = (SlcBandName) BandName.parse("i_VV_slv1_19Mar2023").orElseThrow();
        assertEquals("Intensity_VV_slv1_19Mar2023", OutputNames.intensity(real));
        assertEquals("Phase_VV_slv1_19Mar2023", OutputNames.phase(real));
    }

    @Test
    void keysAreParsedAsTheyAreWritten() {
        assertEquals(new ChannelKey("IW1", "VV"), ChannelKey.parse("IW1_VV"));
        assertEquals(new ChannelKey("", "HH"), ChannelKey.parse("HH"));
        StackException error = assertThrows(StackException.class, () -> ChannelKey.parse("XX"));
        assertEquals("'XX' is not a sub-swath and polarisation, for example VV or IW1_VV", error.getMessage());
    }

    private static List<LocalDate> datesOf(BandName name) {
        if (name instanceof SlcBandName slc) {
            return slc.date().stream().toList();
        }
        if (name instanceof InterferogramBandName ifg) {
            return List.of(ifg.mother(), ifg.daughter());
        }
        if (name instanceof CoherenceBandName coherence) {
            return List.of(coherence.mother(), coherence.daughter());
        }
        return List.of(((HeightToPhaseBandName) name).daughter());
    }

    private static String describe(BandName name) {
        if (name instanceof SlcBandName slc) {
            Role role = slc.role();
            String text = role.dialect().map(d -> d + ":" + (role.mother() ? "mother" : role.number())).orElse("none");
            return "SLC " + slc.component() + " " + text;
        }
        if (name instanceof InterferogramBandName ifg) {
            return "IFG " + ifg.component() + " " + (ifg.steps().isEmpty() ? null : ifg.steps());
        }
        return (name instanceof CoherenceBandName ? "COH" : "H2PH") + " null null";
    }
}
