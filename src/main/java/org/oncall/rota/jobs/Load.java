package org.oncall.rota.jobs;

/**
 * How busy the service is.
 *
 * @param running solves that search
 * @param waiting solves that wait for their turn
 * @param listeners those who follow one
 * @param full whether one more would be turned away
 * @param open whether solves are taken at all: not once the service shuts down
 */
public record Load(int running, int waiting, int listeners, boolean full, boolean open) {}
