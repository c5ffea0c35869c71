package io.github.viplint.rules.service;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class ApplianceNotConfiguredTest {
  @Test
  void isOneFinding() {
    LintedLab.of("VL607")
        .file(
            "cloud-init.log",
            """
            2031-11-14 20:57:18,729 - DataSourceVMwareGuestInfo.py[DEBUG]: No value found for key metadata <<< error: cloud-init found no metadata
            2031-11-14 20:57:18,729 - DataSourceVMwareGuestInfo.py[DEBUG]: loaded metadata {}
            """)
        .holds();
  }

  @Test
  void isSilentWhereMetadataIsFoundInTheEnd() {
    LintedLab.of("VL607")
        .file(
            "cloud-init.log",
            """
            2031-11-14 20:57:18,729 - DataSourceVMwareGuestInfo.py[DEBUG]: No value found for key metadata
            2031-11-14 20:57:18,729 - DataSourceVMwareGuestInfo.py[DEBUG]: loaded metadata {'instance-id': 'lb1'}
            """)
        .holds();
  }

  @Test
  void isSilentOnOtherKeys() {
    LintedLab.of("VL607")
        .file(
            "cloud-init.log",
            """
            2031-11-14 20:57:18,729 - DataSourceVMwareGuestInfo.py[DEBUG]: No value found for key vendordata
            """)
        .holds();
  }
}
