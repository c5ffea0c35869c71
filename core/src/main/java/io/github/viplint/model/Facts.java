package io.github.viplint.model;

import io.github.viplint.capture.Capture;

/** What one capture says, in the terms of its kind. */
public sealed interface Facts
    permits AnyipRoutes,
        Certificates,
        HaproxyCfg,
        HaproxyRelease,
        HaproxyVerdict,
        Interfaces,
        IpRules,
        KernelSettings,
        LastKnownGood,
        ListeningSockets,
        Log,
        Logins,
        NetworkSettings,
        Pings,
        Plan,
        RouteAnswers,
        Routes,
        RouteTables,
        RtTables,
        SupervisorStatus,
        SystemState,
        Units,
        WorkloadNetworks {
  /** The capture it was read from; of several fragments, the first. */
  Capture capture();
}
