package io.github.viplint.rules.haproxy;

import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Proxy;
import io.github.viplint.model.haproxy.Section;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The sections whose references haproxy looks up once all is read: not those of a disabled proxy,
 * and of defaults only those that a proxy in use takes over.
 */
final class JudgedSections {
  private final Set<Section> passedOver = Collections.newSetFromMap(new IdentityHashMap<>());

  static JudgedSections of(HaproxyCfg file) {
    return file.derived(JudgedSections.class, JudgedSections::new);
  }

  private JudgedSections(HaproxyCfg file) {
    file.sections("defaults").forEach(passedOver::add);
    for (Proxy proxy : file.proxies()) {
      if (proxy.isDisabled()) {
        passedOver.add(proxy.section());
      } else {
        for (Section taken : proxy.defaults()) {
          passedOver.remove(taken);
        }
      }
    }
  }

  boolean contains(Section section) {
    return !passedOver.contains(section);
  }
}
